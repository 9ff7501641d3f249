-- How the council is organised, as it changes: teams and posts beside the registers there are; what a unit belongs to
-- from a day on, what it is called from a day on, and the day it closed. Everything is added and never changed: of the
-- rows for a day the one with the highest number counts, so that a mistake can be mended and stays to be seen.

-- A team answers for things as a service does.
alter table role_grant drop constraint role_grant_unit_known;
alter table role_grant add constraint role_grant_unit_known
  check (unit_kind in ('council', 'directorate', 'service', 'portfolio', 'team'));
alter table measure_unit drop constraint measure_unit_unit_known;
alter table measure_unit add constraint measure_unit_unit_known
  check (unit_kind in ('council', 'directorate', 'service', 'portfolio', 'team'));

create table team (
  authority_id integer not null,
  code text not null,
  name text not null,
  began date not null,
  basis text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint team_pkey primary key (authority_id, code),
  constraint team_authority_fkey foreign key (authority_id) references authority (id),
  constraint team_code_form check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint team_name_given check (btrim(name) <> ''),
  constraint team_basis_given check (btrim(basis) <> '')
);

-- A post of the structure, never the person in it.
create table post (
  authority_id integer not null,
  code text not null,
  name text not null,
  -- The role that whoever is in the post holds; null when the post holds none of its own.
  role text,
  began date not null,
  basis text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint post_pkey primary key (authority_id, code),
  constraint post_authority_fkey foreign key (authority_id) references authority (id),
  constraint post_code_form check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint post_name_given check (btrim(name) <> ''),
  constraint post_basis_given check (btrim(basis) <> '')
);

-- A unit has at most one line to what is above it and, apart from that, at most one portfolio, each from a day on.
create table unit_placement (
  authority_id integer not null,
  unit_kind text not null,
  unit_code text not null,
  number integer not null,
  from_day date not null,
  parent_kind text not null,
  parent_code text not null default '',
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint unit_placement_pkey primary key (authority_id, unit_kind, unit_code, number),
  constraint unit_placement_authority_fkey foreign key (authority_id) references authority (id),
  constraint unit_placement_unit_known check (unit_kind in ('service', 'team', 'post')),
  constraint unit_placement_parent_known
    check (parent_kind in ('council', 'directorate', 'service', 'portfolio', 'team')),
  constraint unit_placement_parent_named check ((parent_kind = 'council') = (parent_code = '')),
  constraint unit_placement_not_itself check ((unit_kind, unit_code) is distinct from (parent_kind, parent_code)),
  constraint unit_placement_reason_given check (btrim(reason) <> '')
);

create table unit_name (
  authority_id integer not null,
  unit_kind text not null,
  unit_code text not null,
  number integer not null,
  from_day date not null,
  name text not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint unit_name_pkey primary key (authority_id, unit_kind, unit_code, number),
  constraint unit_name_authority_fkey foreign key (authority_id) references authority (id),
  constraint unit_name_unit_known check (unit_kind in ('directorate', 'service', 'portfolio', 'team', 'post')),
  constraint unit_name_name_given check (btrim(name) <> ''),
  constraint unit_name_reason_given check (btrim(reason) <> '')
);

create table unit_closure (
  authority_id integer not null,
  unit_kind text not null,
  unit_code text not null,
  number integer not null,
  -- The first day on which it is no longer there.
  closed_on date not null,
  -- The unit its work went to; both null when its work ended.
  into_kind text,
  into_code text,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint unit_closure_pkey primary key (authority_id, unit_kind, unit_code, number),
  constraint unit_closure_authority_fkey foreign key (authority_id) references authority (id),
  constraint unit_closure_unit_known check (unit_kind in ('directorate', 'service', 'portfolio', 'team', 'post')),
  constraint unit_closure_into_known check (into_kind in ('council', 'directorate', 'service', 'portfolio', 'team')),
  constraint unit_closure_into_whole check ((into_kind is null) = (into_code is null)),
  constraint unit_closure_not_into_itself
    check (into_kind is null or (unit_kind, unit_code) is distinct from (into_kind, into_code)),
  constraint unit_closure_reason_given check (btrim(reason) <> '')
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['team', 'post', 'unit_placement', 'unit_name', 'unit_closure'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy %I on %I using (authority_id = nullif(current_setting(''app.authority'', true), '''')::integer)',
      tenant_table || '_of_authority', tenant_table
    );
    execute format('grant select, insert, delete on %I to goldenthread_app', tenant_table);
    execute format(
      'create policy %I on %I as restrictive for delete using (illustrative)',
      tenant_table || '_only_illustrative', tenant_table
    );
  end loop;
end
$$;
