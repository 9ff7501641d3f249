-- Finance spreadsheets: which service each cost centre belongs to, and the files that were stored. Both are added and
-- never changed.

alter table upload drop constraint upload_purpose_known;
alter table upload add constraint upload_purpose_known check (purpose in ('figures', 'answers', 'finance'));

-- What somebody said a cost centre belongs to. The highest number counts, so that a centre can move to another service.
create table cost_centre_service (
  authority_id integer not null,
  cost_centre text not null,
  number integer not null,
  service_code text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  constraint cost_centre_service_pkey primary key (authority_id, cost_centre, number),
  constraint cost_centre_service_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code),
  constraint cost_centre_service_cost_centre_given check (btrim(cost_centre) <> '')
);

-- A file whose amounts were stored: how it was read, the totals in it beside those of its lines, and what was accepted.
create table finance_import (
  authority_id integer not null,
  kind text not null,
  -- What it is of: a financial year and month, or the programme of a meeting.
  subject text not null,
  sha256 text not null,
  file_name text not null,
  shape text not null,
  unit text not null,
  lines integer not null,
  totals jsonb not null,
  accepted jsonb not null,
  -- Why what was asked about was accepted; none where nothing was.
  reason text,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  constraint finance_import_pkey primary key (authority_id, subject, sha256),
  constraint finance_import_authority_fkey foreign key (authority_id) references authority (id),
  constraint finance_import_kind_known check (kind in ('revenue', 'capital')),
  constraint finance_import_unit_known check (unit in ('pounds', 'thousands', 'millions')),
  constraint finance_import_accepted_has_reason check (accepted = '[]'::jsonb or btrim(reason) <> '')
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['cost_centre_service', 'finance_import'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy %I on %I using (authority_id = nullif(current_setting(''app.authority'', true), '''')::integer)',
      tenant_table || '_of_authority', tenant_table
    );
    execute format('grant select, insert on %I to goldenthread_app', tenant_table);
  end loop;
end
$$;
