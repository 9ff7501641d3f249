-- Which measure drives which service's budget, and what of it: placements, packages, agency staff. The latest step of a
-- pair counts; one that names nothing unties them.

create table cost_driver (
  authority_id integer not null,
  measure_code text not null,
  service_code text not null,
  step integer not null,
  drives text,
  basis text not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint cost_driver_pkey primary key (authority_id, measure_code, service_code, step),
  constraint cost_driver_measure_fkey foreign key (authority_id, measure_code) references measure (authority_id, code),
  constraint cost_driver_service_fkey foreign key (authority_id, service_code) references service (authority_id, code),
  constraint cost_driver_drives_said check (drives <> ''),
  constraint cost_driver_basis_said check (basis <> '')
);

alter table cost_driver enable row level security;
alter table cost_driver force row level security;
create policy cost_driver_of_authority on cost_driver
  using (authority_id = nullif(current_setting('app.authority', true), '')::integer);
grant select, insert on cost_driver to goldenthread_app;
