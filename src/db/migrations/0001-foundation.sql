-- The application's role: it owns nothing and cannot step round row-level security. Roles belong to the whole
-- server, so another database may have made it first, perhaps at this very moment.
do $$
begin
  create role goldenthread_app nologin nobypassrls;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  execute format('grant goldenthread_app to %I', current_user);
exception
  when duplicate_object or unique_violation or invalid_grant_operation then null;
end
$$;

-- What all authorities share ------------------------------------------------------------------------------------

create table authority (
  id integer not null,
  slug text not null,
  name text not null,
  short_name text not null,
  area_code text not null,
  brand_colour text not null,
  constraint authority_pkey primary key (id),
  constraint authority_slug_key unique (slug),
  constraint authority_id_positive check (id > 0),
  constraint authority_brand_colour_is_hex check (brand_colour ~ '^#[0-9a-fA-F]{6}$')
);

create table area (
  code text not null,
  name text not null,
  kind text not null,
  constraint area_pkey primary key (code),
  constraint area_kind_known check (kind in ('country', 'region', 'combined-authority', 'local-authority', 'ward')),
  constraint area_name_given check (name <> '')
);

-- What happened -------------------------------------------------------------------------------------------------

create table event (
  authority_id integer not null,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor_role text not null,
  actor_name text not null,
  action text not null,
  subject text not null,
  details jsonb not null default '{}',
  constraint event_pkey primary key (authority_id, id),
  constraint event_authority_fkey foreign key (authority_id) references authority (id)
);

create index event_subject_idx on event (authority_id, subject, id);

-- Organisation --------------------------------------------------------------------------------------------------

create table directorate (
  authority_id integer not null,
  code text not null,
  position integer not null,
  name text not null,
  lead_role text,
  certainty text not null,
  source_ref text not null,
  constraint directorate_pkey primary key (authority_id, code),
  constraint directorate_authority_fkey foreign key (authority_id) references authority (id)
);

create table service (
  authority_id integer not null,
  code text not null,
  position integer not null,
  name text not null,
  kind text not null,
  source_ref text not null,
  constraint service_pkey primary key (authority_id, code),
  constraint service_authority_fkey foreign key (authority_id) references authority (id),
  constraint service_kind_known check (kind in ('service', 'council-wide', 'levies', 'grants'))
);

create table portfolio (
  authority_id integer not null,
  code text not null,
  position integer not null,
  name text not null,
  year text not null,
  context text not null,
  source_ref text not null,
  constraint portfolio_pkey primary key (authority_id, code),
  constraint portfolio_authority_fkey foreign key (authority_id) references authority (id)
);

create table framework_role (
  authority_id integer not null,
  code text not null,
  position integer not null,
  group_name text not null,
  body text not null,
  purpose text not null,
  tasks text not null,
  responsibility text not null,
  source_ref text not null,
  constraint framework_role_pkey primary key (authority_id, code),
  constraint framework_role_authority_fkey foreign key (authority_id) references authority (id)
);

-- The quarters the council has opened for reporting; the latest is the one its pages speak of.
create table reporting_quarter (
  authority_id integer not null,
  quarter text not null,
  opened_by text not null,
  opened_at timestamptz not null default now(),
  constraint reporting_quarter_pkey primary key (authority_id, quarter),
  constraint reporting_quarter_authority_fkey foreign key (authority_id) references authority (id),
  constraint reporting_quarter_form check (quarter ~ '^[0-9]{4}-[0-9]{2}-q[1-4]$')
);

-- Planning ------------------------------------------------------------------------------------------------------

create table plan (
  authority_id integer not null,
  code text not null,
  title text not null,
  level text not null,
  period_start date not null,
  period_end date not null,
  source_ref text not null,
  constraint plan_pkey primary key (authority_id, code),
  constraint plan_authority_fkey foreign key (authority_id) references authority (id),
  constraint plan_level_known check (level in ('vision', 'corporate', 'directorate', 'operational', 'team')),
  constraint plan_period_forward check (period_start < period_end)
);

create table plan_item (
  authority_id integer not null,
  code text not null,
  plan_code text not null,
  kind text not null,
  serves_code text,
  position integer not null,
  title text not null,
  detail text,
  due_text text,
  source_ref text not null,
  note text,
  constraint plan_item_pkey primary key (authority_id, code),
  constraint plan_item_plan_fkey foreign key (authority_id, plan_code) references plan (authority_id, code),
  constraint plan_item_serves_fkey foreign key (authority_id, serves_code) references plan_item (authority_id, code),
  constraint plan_item_serves_another check (serves_code <> code),
  constraint plan_item_title_given check (title <> ''),
  constraint plan_item_kind_known check (kind in (
    'vision', 'vision-theme', 'core-purpose', 'core-purpose-element', 'value', 'corporate-plan',
    'priority', 'outcome', 'action', 'success-measure'
  ))
);

create index plan_item_serves_idx on plan_item (authority_id, serves_code, position);

-- Which priority a service's money chiefly serves, so that money can be read beside performance.
create table service_priority (
  authority_id integer not null,
  service_code text not null,
  item_code text not null,
  basis text not null,
  constraint service_priority_pkey primary key (authority_id, service_code),
  constraint service_priority_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code),
  constraint service_priority_item_fkey
    foreign key (authority_id, item_code) references plan_item (authority_id, code)
);

-- Measures ------------------------------------------------------------------------------------------------------

create table measure (
  authority_id integer not null,
  code text not null,
  position integer not null,
  title text not null,
  definition text,
  theme text not null,
  position_in_theme integer not null,
  serves_code text,
  unit text not null,
  good_direction text not null,
  information_type text not null,
  level text not null,
  frequency text,
  owner_role text,
  metric_responsibility text,
  data_officer text,
  source_ref text not null,
  note text,
  constraint measure_pkey primary key (authority_id, code),
  constraint measure_authority_fkey foreign key (authority_id) references authority (id),
  constraint measure_serves_fkey foreign key (authority_id, serves_code) references plan_item (authority_id, code),
  constraint measure_title_given check (title <> ''),
  constraint measure_good_direction_known check (good_direction in ('high', 'low', 'range', 'none')),
  constraint measure_information_type_known check (information_type in (
    'annual-action', 'key-result', 'performance-indicator', 'contextual-indicator'
  )),
  constraint measure_level_known check (level in ('strategic', 'tactical', 'operational'))
);

-- Which measure of the register tells whether an outcome or a success measure of a plan is reached.
create table item_measure (
  authority_id integer not null,
  item_code text not null,
  measure_code text not null,
  basis text not null,
  constraint item_measure_pkey primary key (authority_id, item_code, measure_code),
  constraint item_measure_item_fkey foreign key (authority_id, item_code) references plan_item (authority_id, code),
  constraint item_measure_measure_fkey foreign key (authority_id, measure_code) references measure (authority_id, code)
);

-- One run of figures with one unit and one definition. A measure has its own, and may have public ones behind it.
create table series (
  authority_id integer not null,
  code text not null,
  title text not null,
  description text,
  unit text not null,
  decimals integer not null,
  good_direction text not null,
  frequency text not null,
  aggregation text not null,
  publisher text,
  dataset text,
  licence text,
  constraint series_pkey primary key (authority_id, code),
  constraint series_authority_fkey foreign key (authority_id) references authority (id),
  constraint series_decimals_sensible check (decimals between 0 and 6),
  constraint series_good_direction_known check (good_direction in ('high', 'low', 'range', 'none')),
  constraint series_aggregation_known check (aggregation in ('sum', 'latest', 'ratio', 'mean', 'none'))
);

create table series_break (
  authority_id integer not null,
  series_code text not null,
  at date not null,
  reason text not null,
  constraint series_break_pkey primary key (authority_id, series_code, at),
  constraint series_break_series_fkey foreign key (authority_id, series_code) references series (authority_id, code)
);

create table comparator_group (
  authority_id integer not null,
  code text not null,
  name text not null,
  source_ref text not null,
  constraint comparator_group_pkey primary key (authority_id, code),
  constraint comparator_group_authority_fkey foreign key (authority_id) references authority (id)
);

create table comparator_member (
  authority_id integer not null,
  group_code text not null,
  area_code text not null,
  rank integer not null,
  constraint comparator_member_pkey primary key (authority_id, group_code, area_code),
  constraint comparator_member_group_fkey
    foreign key (authority_id, group_code) references comparator_group (authority_id, code),
  constraint comparator_member_area_fkey foreign key (area_code) references area (code)
);

create table measure_series (
  authority_id integer not null,
  measure_code text not null,
  series_code text not null,
  match text not null,
  role text not null,
  neighbours_code text,
  england_is_total boolean not null default false,
  note text,
  constraint measure_series_pkey primary key (authority_id, measure_code, series_code),
  constraint measure_series_measure_fkey
    foreign key (authority_id, measure_code) references measure (authority_id, code),
  constraint measure_series_series_fkey
    foreign key (authority_id, series_code) references series (authority_id, code),
  constraint measure_series_neighbours_fkey
    foreign key (authority_id, neighbours_code) references comparator_group (authority_id, code),
  constraint measure_series_match_known check (match in ('own', 'exact', 'close', 'proxy')),
  constraint measure_series_role_known check (role in ('main', 'alternative'))
);

create unique index measure_series_one_main
  on measure_series (authority_id, measure_code) where role = 'main';

-- Never overwritten: a revision is a new row with its reason, so that any day's view can be drawn again.
create table observation (
  authority_id integer not null,
  series_code text not null,
  area_code text not null,
  category text not null default '',
  period_start date not null,
  period_end date not null,
  revision integer not null default 1,
  value numeric,
  numerator numeric,
  denominator numeric,
  lower_limit numeric,
  upper_limit numeric,
  status text not null default 'final',
  doubt text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  reason text,
  constraint observation_pkey
    primary key (authority_id, series_code, area_code, category, period_start, period_end, revision),
  constraint observation_series_fkey foreign key (authority_id, series_code) references series (authority_id, code),
  constraint observation_area_fkey foreign key (area_code) references area (code),
  constraint observation_period_forward check (period_start < period_end),
  constraint observation_revision_positive check (revision >= 1),
  constraint observation_revision_has_reason check (revision = 1 or reason is not null),
  constraint observation_status_known check (status in ('final', 'provisional', 'estimated', 'suppressed')),
  constraint observation_suppressed_has_no_value check (status <> 'suppressed' or value is null),
  constraint observation_denominator_positive check (denominator is null or denominator > 0),
  constraint observation_limits_in_order check (lower_limit is null or upper_limit is null or lower_limit <= upper_limit)
);

create table target (
  authority_id integer not null,
  measure_code text not null,
  period_start date not null,
  period_end date not null,
  revision integer not null default 1,
  value numeric not null,
  upper_value numeric,
  tolerance numeric not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  reason text,
  constraint target_pkey primary key (authority_id, measure_code, period_start, period_end, revision),
  constraint target_measure_fkey foreign key (authority_id, measure_code) references measure (authority_id, code),
  constraint target_period_forward check (period_start < period_end),
  constraint target_tolerance_not_negative check (tolerance >= 0),
  constraint target_range_in_order check (upper_value is null or upper_value >= value),
  constraint target_revision_has_reason check (revision = 1 or reason is not null)
);

-- Money: whole pence, exact. ------------------------------------------------------------------------------------

create table revenue_line (
  authority_id integer not null,
  financial_year text not null,
  month text not null,
  service_code text not null,
  revision integer not null default 1,
  budget_pence numeric(18, 0) not null,
  forecast_pence numeric(18, 0) not null,
  source_ref text not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  reason text,
  constraint revenue_line_pkey primary key (authority_id, financial_year, month, service_code, revision),
  constraint revenue_line_service_fkey foreign key (authority_id, service_code) references service (authority_id, code),
  constraint revenue_line_financial_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint revenue_line_month_form check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint revenue_line_revision_has_reason check (revision = 1 or reason is not null)
);

create table revenue_pressure (
  authority_id integer not null,
  financial_year text not null,
  month text not null,
  position integer not null,
  service_code text not null,
  part_of integer,
  title text not null,
  amount_pence numeric(18, 0) not null,
  assumption text,
  source_ref text not null,
  constraint revenue_pressure_pkey primary key (authority_id, financial_year, month, position),
  constraint revenue_pressure_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code),
  constraint revenue_pressure_part_fkey foreign key (authority_id, financial_year, month, part_of)
    references revenue_pressure (authority_id, financial_year, month, position)
);

create table capital_scheme (
  authority_id integer not null,
  code text not null,
  position integer not null,
  service_code text not null,
  title text not null,
  source_ref text not null,
  constraint capital_scheme_pkey primary key (authority_id, code),
  constraint capital_scheme_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code)
);

create table capital_budget (
  authority_id integer not null,
  programme text not null,
  scheme_code text not null,
  financial_year text not null,
  amount_pence numeric(18, 0) not null,
  constraint capital_budget_pkey primary key (authority_id, programme, scheme_code, financial_year),
  constraint capital_budget_scheme_fkey
    foreign key (authority_id, scheme_code) references capital_scheme (authority_id, code),
  constraint capital_budget_financial_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$')
);

-- A total as a paper printed it: held beside the lines and reconciled with them, never added to them.
create table control_total (
  authority_id integer not null,
  subject text not null,
  line text not null,
  quantity text not null,
  title text not null,
  amount_pence numeric(18, 0) not null,
  precision_pence numeric(18, 0) not null,
  source_ref text not null,
  constraint control_total_pkey primary key (authority_id, subject, line, quantity),
  constraint control_total_authority_fkey foreign key (authority_id) references authority (id),
  constraint control_total_precision_positive check (precision_pence > 0)
);

-- Row-level security and grants ---------------------------------------------------------------------------------

do $$
declare
  tenant_table text;
begin
  for tenant_table in
    select c.table_name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'authority_id'
    order by c.table_name
  loop
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

-- The directory of authorities is no authority's own: a request must find its council before it can speak for it.
grant select on authority to goldenthread_app;
grant select, insert on area to goldenthread_app;

-- Registers may be corrected in place (each correction leaves its event); figures and events may not.
grant update on directorate to goldenthread_app;
grant update on service to goldenthread_app;
grant update on portfolio to goldenthread_app;
grant update on framework_role to goldenthread_app;
grant update on plan to goldenthread_app;
grant update on plan_item to goldenthread_app;
grant update on service_priority to goldenthread_app;
grant update, delete on item_measure to goldenthread_app;
grant update on measure to goldenthread_app;
grant update on series to goldenthread_app;
grant update on series_break to goldenthread_app;
grant update on comparator_group to goldenthread_app;
grant update, delete on comparator_member to goldenthread_app;
grant update, delete on measure_series to goldenthread_app;
grant update on revenue_pressure to goldenthread_app;
grant update on capital_scheme to goldenthread_app;
grant update on capital_budget to goldenthread_app;
grant update on control_total to goldenthread_app;
