-- A measurement says how sure it is, and is corrected by another one: what was published stays to be read, and counts no more.
alter table outcome.measurement
  -- Between which values the true one lies, as the source says.
  add column low numeric,
  add column high numeric,
  add column corrects_id id.measurement,
  add column corrected_because text not null default '' check (length(corrected_because) <= 1000),
  add check ((low is null) = (high is null) and low <= value and value <= high),
  add check ((corrects_id is null) = (corrected_because = '')),
  add check (corrects_id <> id),
  -- A day ahead of us somewhere on earth is not yet the future there.
  add constraint nothing_is_measured_tomorrow check (by_account is null or measured_on <= (at at time zone 'UTC')::date + 1),
  add unique (jurisdiction_id, indicator_id, id),
  -- Once each, and of its own indicator: two people cannot put the same number right in two ways.
  add unique (jurisdiction_id, corrects_id),
  add foreign key (jurisdiction_id, indicator_id, corrects_id) references outcome.measurement (jurisdiction_id, indicator_id, id);

-- A correction may keep the day and the source of what it corrects.
alter table outcome.measurement drop constraint measurement_jurisdiction_id_indicator_id_measured_on_source_key;
create unique index one_first_measurement on outcome.measurement (jurisdiction_id, indicator_id, measured_on, source)
where corrects_id is null;
