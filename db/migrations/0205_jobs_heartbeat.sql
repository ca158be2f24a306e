-- A worker that was killed shows within seconds, and what it had taken up is given to the next one: not after a quarter of an
-- hour, in which nobody would be told anything.
update pgboss.queue set heartbeat_seconds = 20;
