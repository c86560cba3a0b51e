// Prints the events of a calendar as ical.js reads them, as JSON; fails where it cannot read it.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf-8')));
const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
const utc = (time) => {
  if (time.isDate) return time.toString();
  const zone = zones.find((one) => one.tzid === time.zone.tzid);
  if (zone) time.zone = zone;
  return time.toJSDate().toISOString();
};
const events = calendar.getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    start: utc(event.startDate),
    end: component.hasProperty('dtend') ? utc(event.endDate) : null,
    status: component.getFirstPropertyValue('status'),
    sequence: event.sequence,
    summary: event.summary,
    description: event.description,
    alarms: component.getAllSubcomponents('valarm').map((one) => one.getFirstPropertyValue('trigger').toString()),
  };
});
process.stdout.write(JSON.stringify(events));
