"""Reference data: services, pools, actions and roles, with their names in Chinese and English."""
