-- What the framework has done again and again. Dates are worked out from these rules and are not stored. What its source
-- does not say is null: how often, in which months, in which year a cycle of four began. A correction is a new number, so
-- that calendars elsewhere learn that a date was changed; the highest counts, unless it was taken out.
create table calendar_rule (
  authority_id integer not null,
  code text not null,
  number integer not null,
  position integer not null,
  kind text not null,
  title text not null,
  detail text,
  cadence text,
  often text,
  first_month integer,
  last_month integer,
  cycle_start integer,
  covers text,
  forum text,
  -- The codes of roles, with spaces between.
  roles text not null,
  source_ref text not null,
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  constraint calendar_rule_pkey primary key (authority_id, code, number),
  constraint calendar_rule_authority_fkey foreign key (authority_id) references authority (id),
  constraint calendar_rule_number_positive check (number > 0),
  constraint calendar_rule_kind_known
    check (kind in ('performance', 'planning', 'budget', 'risk', 'reporting', 'framework')),
  constraint calendar_rule_title_given check (btrim(title) <> ''),
  constraint calendar_rule_source_given check (btrim(source_ref) <> ''),
  constraint calendar_rule_cadence_known
    check (cadence in ('weekly', 'monthly', 'quarterly', 'annual', 'four-yearly')),
  constraint calendar_rule_covers_known
    check (covers in ('previous-q4', 'previous-year', 'q1', 'q2', 'q3', 'next-year')),
  constraint calendar_rule_first_month_of_year check (first_month between 1 and 12),
  constraint calendar_rule_last_month_of_year check (last_month between 1 and 12)
);

create table calendar_rule_end (
  authority_id integer not null,
  code text not null,
  number integer not null,
  ended_by text not null,
  ended_at timestamptz not null default now(),
  constraint calendar_rule_end_pkey primary key (authority_id, code, number),
  constraint calendar_rule_end_rule_fkey
    foreign key (authority_id, code, number) references calendar_rule (authority_id, code, number)
);

-- The address of somebody's own dates, for programs that cannot sign in. Who has the address may read them; only its hash
-- is kept, and a new one takes the place of the old.
create table calendar_address (
  authority_id integer not null,
  account_id bigint not null,
  token_hash text not null,
  made_at timestamptz not null,
  constraint calendar_address_pkey primary key (authority_id, account_id),
  constraint calendar_address_token_key unique (authority_id, token_hash),
  constraint calendar_address_account_fkey foreign key (authority_id, account_id) references account (authority_id, id)
);

-- What was done of analyse, plan, do, review and revise for a plan in a financial year.
create table plan_stage (
  authority_id integer not null,
  plan_code text not null,
  year_start integer not null,
  stage text not null,
  number integer not null,
  done_on date not null,
  done_by text not null,
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint plan_stage_pkey primary key (authority_id, plan_code, year_start, stage, number),
  constraint plan_stage_plan_fkey foreign key (authority_id, plan_code) references plan (authority_id, code),
  constraint plan_stage_known check (stage in ('analyse', 'plan', 'do', 'review', 'revise')),
  constraint plan_stage_number_positive check (number > 0),
  constraint plan_stage_done_by_given check (btrim(done_by) <> '')
);

create table plan_approval (
  authority_id integer not null,
  plan_code text not null,
  number integer not null,
  approved_on date not null,
  approved_by text not null,
  minute_ref text,
  source_ref text not null,
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint plan_approval_pkey primary key (authority_id, plan_code, number),
  constraint plan_approval_plan_fkey foreign key (authority_id, plan_code) references plan (authority_id, code),
  constraint plan_approval_number_positive check (number > 0),
  constraint plan_approval_by_given check (btrim(approved_by) <> ''),
  constraint plan_approval_source_given check (btrim(source_ref) <> '')
);

-- The framework itself, version by version: what each says in short is one statement a line.
create table framework_version (
  authority_id integer not null,
  number integer not null,
  title text not null,
  adopted_on date,
  adopted_by text,
  effective_from date,
  review_due date,
  what_changed text not null,
  aims text not null,
  tiers text not null,
  rules text not null,
  source_ref text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint framework_version_pkey primary key (authority_id, number),
  constraint framework_version_authority_fkey foreign key (authority_id) references authority (id),
  constraint framework_version_number_positive check (number > 0),
  constraint framework_version_title_given check (btrim(title) <> ''),
  constraint framework_version_what_given check (btrim(what_changed) <> ''),
  constraint framework_version_source_given check (btrim(source_ref) <> '')
);

-- Who has put the notice of a version away, and when.
create table framework_seen (
  authority_id integer not null,
  number integer not null,
  account_id bigint not null,
  seen_at timestamptz not null,
  constraint framework_seen_pkey primary key (authority_id, number, account_id),
  constraint framework_seen_version_fkey
    foreign key (authority_id, number) references framework_version (authority_id, number) on delete cascade,
  constraint framework_seen_account_fkey foreign key (authority_id, account_id) references account (authority_id, id)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'calendar_rule', 'calendar_rule_end', 'calendar_address', 'plan_stage', 'plan_approval',
    'framework_version', 'framework_seen'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy %I on %I using (authority_id = nullif(current_setting(''app.authority'', true), '''')::integer)',
      tenant_table || '_of_authority', tenant_table
    );
    execute format('grant select, insert on %I to goldenthread_app', tenant_table);
  end loop;
  foreach tenant_table in array array['plan_stage', 'plan_approval', 'framework_version'] loop
    execute format(
      'create policy %I on %I as restrictive for delete using (illustrative)',
      tenant_table || '_only_illustrative', tenant_table
    );
    execute format('grant delete on %I to goldenthread_app', tenant_table);
  end loop;
end
$$;

grant delete on calendar_address to goldenthread_app;
