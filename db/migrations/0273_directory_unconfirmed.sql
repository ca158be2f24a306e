-- Votes written down that no chair has confirmed: a desk asks for them by body, among those of twenty years.
create index resolution_unconfirmed on directory.resolution (jurisdiction_id, body_id) where confirmed_at is null;
