-- What lies behind a revenue variance and what is done about it: pressures in full, remedial actions, reserves that may not
-- be used, money moved between budgets, savings, words, reviews of spend, and what the year came to.

-- A paper's pressure may be corrected; what is exempt from publication is seen by those who may see it.
alter table revenue_pressure add column cause text;
alter table revenue_pressure add column permanence text;
alter table revenue_pressure add column later_years_pence numeric(18, 0);
alter table revenue_pressure add column later_years text;
alter table revenue_pressure add column exempt_reason text;
alter table revenue_pressure add column recorded_at timestamptz not null default now();
alter table revenue_pressure add column recorded_by text;
alter table revenue_pressure
  add constraint revenue_pressure_permanence_known check (permanence in ('permanent', 'temporary'));
alter table revenue_pressure
  add constraint revenue_pressure_exempt_reason_given check (btrim(exempt_reason) <> '');

create policy revenue_pressure_exempt_hidden on revenue_pressure as restrictive for select
  using (exempt_reason is null or current_setting('app.exempt', true) = 'on');

-- Something proposed against an overspend. What became of it is its steps; without one it is proposed.
create table remedial_action (
  authority_id integer not null,
  financial_year text not null,
  number integer not null,
  -- The month whose monitoring raised it.
  month text not null,
  kind text not null,
  title text not null,
  service_code text,
  -- By how much it lowers the forecast; null where nobody has valued it.
  value_pence numeric(18, 0),
  -- A plan that falls due when an overspend remains after this month's monitoring.
  due_after_month text,
  source_ref text not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint remedial_action_pkey primary key (authority_id, financial_year, number),
  constraint remedial_action_authority_fkey foreign key (authority_id) references authority (id),
  constraint remedial_action_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code),
  constraint remedial_action_kind_known check (kind in ('action', 'provision-release', 'plan-for-members')),
  constraint remedial_action_title_given check (btrim(title) <> ''),
  constraint remedial_action_value_lowers check (value_pence > 0),
  constraint remedial_action_release_valued check (kind <> 'provision-release' or value_pence is not null),
  constraint remedial_action_due_said check ((kind = 'plan-for-members') = (due_after_month is not null)),
  constraint remedial_action_month_form check (month ~ '^[0-9]{4}-[0-9]{2}$' and due_after_month ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint remedial_action_financial_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$')
);

create table remedial_step (
  authority_id integer not null,
  financial_year text not null,
  action_number integer not null,
  number integer not null,
  step text not null,
  on_day date not null,
  -- The forum or role that approved or stopped it.
  decided_by text,
  -- The month from whose forecast on it is counted in the services' own figures.
  in_forecast_from text,
  words text,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  constraint remedial_step_pkey primary key (authority_id, financial_year, action_number, number),
  constraint remedial_step_action_fkey foreign key (authority_id, financial_year, action_number)
    references remedial_action (authority_id, financial_year, number),
  constraint remedial_step_known check (step in ('approved', 'in-forecast', 'done', 'stopped')),
  constraint remedial_step_has_decider check (step not in ('approved', 'stopped') or btrim(decided_by) <> ''),
  constraint remedial_step_has_month check ((step = 'in-forecast') = (in_forecast_from is not null)),
  constraint remedial_step_month_form check (in_forecast_from ~ '^[0-9]{4}-[0-9]{2}$')
);

create table reserve_limit (
  authority_id integer not null,
  financial_year text not null,
  position integer not null,
  reserve text not null,
  reason text not null,
  source_ref text not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint reserve_limit_pkey primary key (authority_id, financial_year, position),
  constraint reserve_limit_authority_fkey foreign key (authority_id) references authority (id),
  constraint reserve_limit_words_given check (btrim(reserve) <> '' and btrim(reason) <> ''),
  constraint reserve_limit_financial_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$')
);

create table virement (
  authority_id integer not null,
  financial_year text not null,
  number integer not null,
  purpose text not null,
  route text not null,
  -- The day of the approval, or its month where the source says no more.
  approved_when text not null,
  -- The month from whose statement on the budgets hold it.
  in_budget_from text not null,
  source_ref text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  constraint virement_pkey primary key (authority_id, financial_year, number),
  constraint virement_authority_fkey foreign key (authority_id) references authority (id),
  constraint virement_words_given check (btrim(purpose) <> '' and btrim(route) <> ''),
  constraint virement_approved_form check (approved_when ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$'),
  constraint virement_month_form check (in_budget_from ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint virement_financial_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$')
);

-- What is taken is below nought, what is given above it; together they are nought.
create table virement_line (
  authority_id integer not null,
  financial_year text not null,
  virement_number integer not null,
  line integer not null,
  service_code text not null,
  -- Staffing, residential care, …: empty for the service as a whole.
  subjective text not null default '',
  amount_pence numeric(18, 0) not null,
  constraint virement_line_pkey primary key (authority_id, financial_year, virement_number, line),
  constraint virement_line_virement_fkey foreign key (authority_id, financial_year, virement_number)
    references virement (authority_id, financial_year, number),
  constraint virement_line_service_fkey foreign key (authority_id, service_code) references service (authority_id, code),
  constraint virement_line_moves check (amount_pence <> 0)
);

-- A figure or a date that a paper gives beside its statement, as it printed it.
create table revenue_fact (
  authority_id integer not null,
  financial_year text not null,
  month text not null,
  position integer not null,
  service_code text,
  title text not null,
  value text not null,
  unit text not null,
  period text not null,
  source_ref text not null,
  constraint revenue_fact_pkey primary key (authority_id, financial_year, month, position),
  constraint revenue_fact_authority_fkey foreign key (authority_id) references authority (id),
  constraint revenue_fact_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code),
  constraint revenue_fact_month_form check (month ~ '^[0-9]{4}-[0-9]{2}$')
);

create table saving_programme (
  authority_id integer not null,
  financial_year text not null,
  code text not null,
  position integer not null,
  service_code text not null,
  title text not null,
  planned_pence numeric(18, 0) not null,
  note text,
  source_ref text not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint saving_programme_pkey primary key (authority_id, financial_year, code),
  constraint saving_programme_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code),
  constraint saving_programme_title_given check (btrim(title) <> ''),
  constraint saving_programme_planned check (planned_pence > 0),
  constraint saving_programme_financial_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$')
);

create table saving_progress (
  authority_id integer not null,
  financial_year text not null,
  code text not null,
  number integer not null,
  -- Delivered since April to the end of this month.
  month text not null,
  delivered_pence numeric(18, 0) not null,
  -- Of what is still to deliver, what may not be; null where nobody has said.
  at_risk_pence numeric(18, 0),
  words text,
  source_ref text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  constraint saving_progress_pkey primary key (authority_id, financial_year, code, number),
  constraint saving_progress_programme_fkey foreign key (authority_id, financial_year, code)
    references saving_programme (authority_id, financial_year, code),
  constraint saving_progress_not_negative check (delivered_pence >= 0 and at_risk_pence >= 0),
  constraint saving_progress_month_form check (month ~ '^[0-9]{4}-[0-9]{2}$')
);

create table spend_review (
  authority_id integer not null,
  financial_year text not null,
  month text not null,
  number integer not null,
  kind text not null,
  service_code text,
  spend_pence numeric(18, 0),
  words text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  constraint spend_review_pkey primary key (authority_id, financial_year, month, number),
  constraint spend_review_authority_fkey foreign key (authority_id) references authority (id),
  constraint spend_review_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code),
  constraint spend_review_kind_known check (kind in ('agency', 'interim', 'consultancy')),
  constraint spend_review_words_given check (btrim(words) <> ''),
  constraint spend_review_spend_not_negative check (spend_pence >= 0),
  constraint spend_review_month_form check (month ~ '^[0-9]{4}-[0-9]{2}$')
);

create table revenue_commentary (
  authority_id integer not null,
  financial_year text not null,
  month text not null,
  service_code text not null,
  number integer not null,
  words text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  constraint revenue_commentary_pkey primary key (authority_id, financial_year, month, service_code, number),
  constraint revenue_commentary_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code),
  constraint revenue_commentary_words_given check (btrim(words) <> ''),
  constraint revenue_commentary_month_form check (month ~ '^[0-9]{4}-[0-9]{2}$')
);

create table revenue_outturn (
  authority_id integer not null,
  financial_year text not null,
  service_code text not null,
  revision integer not null default 1,
  outturn_pence numeric(18, 0) not null,
  reason text,
  source_ref text not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint revenue_outturn_pkey primary key (authority_id, financial_year, service_code, revision),
  constraint revenue_outturn_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code),
  constraint revenue_outturn_revision_has_reason check (revision = 1 or reason is not null),
  constraint revenue_outturn_financial_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$')
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'remedial_action', 'remedial_step', 'reserve_limit', 'virement', 'virement_line', 'revenue_fact', 'saving_programme',
    'saving_progress', 'spend_review', 'revenue_commentary', 'revenue_outturn'
  ] loop
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

-- What papers say may be corrected in place, and the event tells of it; what happened may not.
grant update on remedial_action to goldenthread_app;
grant update on reserve_limit to goldenthread_app;
grant update on revenue_fact to goldenthread_app;
grant update on saving_programme to goldenthread_app;
