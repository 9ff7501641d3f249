-- What changes a capital programme after a meeting saw it, what pays for it, how it is spent, and what of it is exempt
-- from publication. What the council's papers print may be corrected in place; what people did is added and never changed.

-- Whether a scheme or a supplementary estimate is exempt from publication; the last word on it counts. The row is seen by
-- everybody, because it must be known that something is left out; what it says of why is not.
create table capital_exemption (
  authority_id integer not null,
  thing_kind text not null,
  thing_code text not null,
  number integer not null,
  exempt boolean not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint capital_exemption_pkey primary key (authority_id, thing_kind, thing_code, number),
  constraint capital_exemption_authority_fkey foreign key (authority_id) references authority (id),
  constraint capital_exemption_kind_known check (thing_kind in ('scheme', 'estimate')),
  constraint capital_exemption_number_positive check (number > 0)
);

create table capital_exemption_reason (
  authority_id integer not null,
  thing_kind text not null,
  thing_code text not null,
  number integer not null,
  reason text not null,
  illustrative boolean not null default false,
  constraint capital_exemption_reason_pkey primary key (authority_id, thing_kind, thing_code, number),
  constraint capital_exemption_reason_exemption_fkey foreign key (authority_id, thing_kind, thing_code, number)
    references capital_exemption (authority_id, thing_kind, thing_code, number),
  constraint capital_exemption_reason_given check (btrim(reason) <> '')
);

alter table capital_scheme add column illustrative boolean not null default false;

create table supplementary_estimate (
  authority_id integer not null,
  id bigint generated always as identity,
  -- Where a paper numbers them: by this it is known again when the paper is loaded again.
  paper text,
  paper_number integer,
  -- The service and the scheme of the programme; null where the paper names none.
  service_code text,
  scheme_code text,
  title text not null,
  amount_pence numeric(18, 0) not null,
  financial_year text,
  funding text,
  -- What another place of the same paper says of the funding, where it says something else.
  funding_elsewhere text,
  revenue_effect text,
  proposed_route text not null,
  proposed_when text not null,
  note text,
  source_ref text,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint supplementary_estimate_pkey primary key (authority_id, id),
  constraint supplementary_estimate_paper_key unique (authority_id, paper, paper_number),
  constraint supplementary_estimate_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code),
  constraint supplementary_estimate_scheme_fkey
    foreign key (authority_id, scheme_code) references capital_scheme (authority_id, code),
  constraint supplementary_estimate_title_given check (btrim(title) <> ''),
  constraint supplementary_estimate_amount_positive check (amount_pence > 0),
  constraint supplementary_estimate_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint supplementary_estimate_route_known check (proposed_route in ('council', 'cabinet', 'delegated')),
  constraint supplementary_estimate_paper_whole check ((paper is null) = (paper_number is null))
);

create table supplementary_estimate_step (
  authority_id integer not null,
  estimate_id bigint not null,
  number integer not null,
  step text not null,
  route text,
  body text,
  decided_when text,
  words text,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint supplementary_estimate_step_pkey primary key (authority_id, estimate_id, number),
  constraint supplementary_estimate_step_estimate_fkey
    foreign key (authority_id, estimate_id) references supplementary_estimate (authority_id, id),
  constraint supplementary_estimate_step_known check (step in ('approved', 'refused', 'withdrawn')),
  constraint supplementary_estimate_step_route_known check (route in ('council', 'cabinet', 'delegated')),
  constraint supplementary_estimate_step_approved_by check
    (step <> 'approved' or (route is not null and body is not null and decided_when is not null)),
  constraint supplementary_estimate_step_says_why check (step = 'approved' or btrim(words) <> '')
);

-- A change to a programme: as a paper printed it (its effect is in the programme's budgets already), or recorded since, and
-- then the rows of capital_adjustment are its effect.
create table capital_change (
  authority_id integer not null,
  programme text not null,
  number integer not null,
  printed boolean not null,
  kind text not null,
  service_code text not null,
  -- Null where the paper's words name no scheme of the programme.
  scheme_code text,
  title text not null,
  to_service_code text,
  to_scheme_code text,
  amount_pence numeric(18, 0),
  from_year text,
  to_year text,
  part_of integer,
  funding text,
  approval_route text,
  approval_body text,
  approved_when text,
  note text,
  estimate_id bigint,
  source_ref text,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint capital_change_pkey primary key (authority_id, programme, number),
  constraint capital_change_service_fkey foreign key (authority_id, service_code) references service (authority_id, code),
  constraint capital_change_to_service_fkey
    foreign key (authority_id, to_service_code) references service (authority_id, code),
  constraint capital_change_scheme_fkey
    foreign key (authority_id, scheme_code) references capital_scheme (authority_id, code),
  constraint capital_change_to_scheme_fkey
    foreign key (authority_id, to_scheme_code) references capital_scheme (authority_id, code),
  constraint capital_change_estimate_fkey
    foreign key (authority_id, estimate_id) references supplementary_estimate (authority_id, id),
  constraint capital_change_kind_known check (kind in ('added', 'reprofiled', 'reallocated', 'moved')),
  constraint capital_change_title_given check (btrim(title) <> ''),
  constraint capital_change_amount_positive check (amount_pence > 0),
  constraint capital_change_route_known check (approval_route in ('council', 'cabinet', 'delegated')),
  constraint capital_change_years_form check
    (from_year ~ '^[0-9]{4}-[0-9]{2}$' and to_year ~ '^[0-9]{4}-[0-9]{2}$')
);

create table capital_adjustment (
  authority_id integer not null,
  programme text not null,
  change_number integer not null,
  scheme_code text not null,
  financial_year text not null,
  amount_pence numeric(18, 0) not null,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint capital_adjustment_pkey primary key (authority_id, programme, change_number, scheme_code, financial_year),
  constraint capital_adjustment_change_fkey
    foreign key (authority_id, programme, change_number) references capital_change (authority_id, programme, number),
  constraint capital_adjustment_scheme_fkey
    foreign key (authority_id, scheme_code) references capital_scheme (authority_id, code),
  constraint capital_adjustment_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint capital_adjustment_amount_counts check (amount_pence <> 0)
);

create table capital_grant (
  authority_id integer not null,
  code text not null,
  position integer not null,
  service_code text not null,
  title text not null,
  financial_year text not null,
  amount_pence numeric(18, 0) not null,
  source_ref text not null,
  constraint capital_grant_pkey primary key (authority_id, code),
  constraint capital_grant_service_fkey foreign key (authority_id, service_code) references service (authority_id, code),
  constraint capital_grant_amount_positive check (amount_pence > 0),
  constraint capital_grant_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$')
);

create table capital_grant_assignment (
  authority_id integer not null,
  grant_code text not null,
  number integer not null,
  scheme_code text not null,
  amount_pence numeric(18, 0) not null,
  approval_route text not null,
  approval_body text not null,
  approved_when text not null,
  source_ref text,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint capital_grant_assignment_pkey primary key (authority_id, grant_code, number),
  constraint capital_grant_assignment_grant_fkey
    foreign key (authority_id, grant_code) references capital_grant (authority_id, code),
  constraint capital_grant_assignment_scheme_fkey
    foreign key (authority_id, scheme_code) references capital_scheme (authority_id, code),
  constraint capital_grant_assignment_amount_positive check (amount_pence > 0),
  constraint capital_grant_assignment_route_known check (approval_route in ('council', 'cabinet', 'delegated'))
);

-- What pays for the programme in a year, as the paper prints it, and what was carried into the year.
create table capital_funding (
  authority_id integer not null,
  programme text not null,
  position integer not null,
  financial_year text not null,
  source text not null,
  amount_pence numeric(18, 0) not null,
  source_ref text not null,
  constraint capital_funding_pkey primary key (authority_id, programme, position),
  constraint capital_funding_authority_fkey foreign key (authority_id) references authority (id)
);

create table capital_carry_forward (
  authority_id integer not null,
  programme text not null,
  from_year text not null,
  to_year text not null,
  amount_pence numeric(18, 0) not null,
  source_ref text not null,
  constraint capital_carry_forward_pkey primary key (authority_id, programme, from_year, to_year),
  constraint capital_carry_forward_authority_fkey foreign key (authority_id) references authority (id)
);

create table capital_exceptional_item (
  authority_id integer not null,
  programme text not null,
  position integer not null,
  financial_year text not null,
  title text not null,
  amount_pence numeric(18, 0) not null,
  source_ref text not null,
  constraint capital_exceptional_item_pkey primary key (authority_id, programme, position),
  constraint capital_exceptional_item_authority_fkey foreign key (authority_id) references authority (id)
);

-- A service's capital at the end of a month, as the monitoring report prints it: each amount to the precision it has there.
create table capital_monitoring (
  authority_id integer not null,
  programme text not null,
  month text not null,
  service_code text not null,
  financial_year text not null,
  profile_pence numeric(18, 0) not null,
  spent_pence numeric(18, 0) not null,
  budget_pence numeric(18, 0) not null,
  forecast_pence numeric(18, 0) not null,
  source_ref text not null,
  constraint capital_monitoring_pkey primary key (authority_id, programme, month, service_code),
  constraint capital_monitoring_service_fkey
    foreign key (authority_id, service_code) references service (authority_id, code)
);

-- What a main project had spent by the end of a month, and the schemes of the programme it is taken to be.
create table capital_project (
  authority_id integer not null,
  programme text not null,
  month text not null,
  position integer not null,
  service_code text not null,
  title text not null,
  spent_pence numeric(18, 0) not null,
  source_ref text not null,
  constraint capital_project_pkey primary key (authority_id, programme, month, position),
  constraint capital_project_service_fkey foreign key (authority_id, service_code) references service (authority_id, code)
);

create table capital_project_scheme (
  authority_id integer not null,
  programme text not null,
  month text not null,
  position integer not null,
  scheme_code text not null,
  constraint capital_project_scheme_pkey primary key (authority_id, programme, month, position, scheme_code),
  constraint capital_project_scheme_project_fkey foreign key (authority_id, programme, month, position)
    references capital_project (authority_id, programme, month, position),
  constraint capital_project_scheme_scheme_fkey
    foreign key (authority_id, scheme_code) references capital_scheme (authority_id, code)
);

-- How a past year of a scheme ended: the first budget it had for that year, and what was spent.
create table capital_outturn (
  authority_id integer not null,
  scheme_code text not null,
  financial_year text not null,
  number integer not null,
  first_budget_pence numeric(18, 0) not null,
  outturn_pence numeric(18, 0) not null,
  basis text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint capital_outturn_pkey primary key (authority_id, scheme_code, financial_year, number),
  constraint capital_outturn_scheme_fkey
    foreign key (authority_id, scheme_code) references capital_scheme (authority_id, code),
  constraint capital_outturn_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint capital_outturn_amounts_sensible check (first_budget_pence > 0 and outturn_pence >= 0),
  constraint capital_outturn_basis_given check (btrim(basis) <> '')
);

create table capital_outcome (
  authority_id integer not null,
  scheme_code text not null,
  dimension text not null,
  number integer not null,
  measure text not null,
  aim text,
  result text,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint capital_outcome_pkey primary key (authority_id, scheme_code, dimension, number),
  constraint capital_outcome_scheme_fkey
    foreign key (authority_id, scheme_code) references capital_scheme (authority_id, code),
  constraint capital_outcome_dimension_known
    check (dimension in ('cost', 'time', 'quality', 'social', 'environmental')),
  constraint capital_outcome_measure_given check (btrim(measure) <> '')
);

do $$
declare
  t text;
begin
  foreach t in array array[
    'capital_exemption', 'capital_exemption_reason', 'supplementary_estimate', 'supplementary_estimate_step',
    'capital_change', 'capital_adjustment', 'capital_grant', 'capital_grant_assignment', 'capital_funding',
    'capital_carry_forward', 'capital_exceptional_item', 'capital_monitoring', 'capital_project',
    'capital_project_scheme', 'capital_outturn', 'capital_outcome'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy %I on %I using (authority_id = nullif(current_setting(''app.authority'', true), '''')::integer)',
      t || '_of_authority', t
    );
    execute format('grant select, insert on %I to goldenthread_app', t);
  end loop;

  -- What papers print is a register, and may be corrected.
  foreach t in array array[
    'supplementary_estimate', 'capital_change', 'capital_grant', 'capital_grant_assignment', 'capital_funding',
    'capital_carry_forward', 'capital_exceptional_item', 'capital_monitoring', 'capital_project'
  ] loop
    execute format('grant update on %I to goldenthread_app', t);
  end loop;

  foreach t in array array[
    'capital_scheme', 'capital_exemption', 'capital_exemption_reason', 'supplementary_estimate',
    'supplementary_estimate_step', 'capital_change', 'capital_adjustment', 'capital_grant_assignment',
    'capital_outturn', 'capital_outcome'
  ] loop
    execute format(
      'create policy %I on %I as restrictive for delete using (illustrative)', t || '_only_illustrative', t
    );
    execute format('grant delete on %I to goldenthread_app', t);
  end loop;

  -- What is exempt is hidden from whoever may not see it: the thing itself, then whatever belongs to it.
  execute format(
    'create policy capital_exemption_reason_exempt_hidden on capital_exemption_reason as restrictive for select using
      (current_setting(''app.exempt'', true) = ''on'')');
  execute
    'create policy capital_scheme_exempt_hidden on capital_scheme as restrictive for select using (
      current_setting(''app.exempt'', true) = ''on'' or not coalesce((
        select e.exempt from capital_exemption e
        where e.authority_id = capital_scheme.authority_id and e.thing_kind = ''scheme''
          and e.thing_code = capital_scheme.code
        order by e.number desc limit 1), false))';
  foreach t in array array[
    'capital_budget', 'capital_adjustment', 'capital_grant_assignment', 'capital_outturn', 'capital_outcome'
  ] loop
    execute format(
      'create policy %1$I on %2$I as restrictive for select using (exists (
        select 1 from capital_scheme s where s.authority_id = %2$I.authority_id and s.code = %2$I.scheme_code))',
      t || '_exempt_hidden', t
    );
  end loop;
  execute
    'create policy supplementary_estimate_exempt_hidden on supplementary_estimate as restrictive for select using (
      current_setting(''app.exempt'', true) = ''on'' or (
        not coalesce((
          select e.exempt from capital_exemption e
          where e.authority_id = supplementary_estimate.authority_id and e.thing_kind = ''estimate''
            and e.thing_code = supplementary_estimate.id::text
          order by e.number desc limit 1), false)
        and (scheme_code is null or exists (
          select 1 from capital_scheme s
          where s.authority_id = supplementary_estimate.authority_id and s.code = supplementary_estimate.scheme_code))))';
  execute
    'create policy supplementary_estimate_step_exempt_hidden on supplementary_estimate_step as restrictive for select
      using (exists (
        select 1 from supplementary_estimate s
        where s.authority_id = supplementary_estimate_step.authority_id and s.id = supplementary_estimate_step.estimate_id))';

  -- Totals that take in what is exempt would give it away by subtraction, and words that name no scheme might be about it:
  -- while anything is exempt, they are hidden with it.
  foreach t in array array[
    'capital_funding', 'capital_exceptional_item', 'capital_monitoring', 'control_total', 'capital_change',
    'capital_project'
  ] loop
    execute format(
      'create policy %1$I on %2$I as restrictive for select using (
        current_setting(''app.exempt'', true) = ''on'' or %3$s or not exists (
          select 1 from capital_exemption e
          where e.authority_id = %2$I.authority_id and e.exempt and not exists (
            select 1 from capital_exemption l
            where l.authority_id = e.authority_id and l.thing_kind = e.thing_kind and l.thing_code = e.thing_code
              and l.number > e.number)))',
      t || '_capital_exempt_hidden', t,
      case t
        when 'control_total' then 'subject not like ''capital/%'''
        when 'capital_change' then 'scheme_code is not null and (to_scheme_code is not null or to_service_code is null)'
        when 'capital_project' then
          'exists (select 1 from capital_project_scheme p
            where p.authority_id = capital_project.authority_id and p.programme = capital_project.programme
              and p.month = capital_project.month and p.position = capital_project.position)'
        else 'false'
      end
    );
  end loop;
  execute
    'create policy capital_change_exempt_hidden on capital_change as restrictive for select using (
      (scheme_code is null or exists (
        select 1 from capital_scheme s
        where s.authority_id = capital_change.authority_id and s.code = capital_change.scheme_code))
      and (to_scheme_code is null or exists (
        select 1 from capital_scheme s
        where s.authority_id = capital_change.authority_id and s.code = capital_change.to_scheme_code)))';
  execute
    'create policy capital_project_exempt_hidden on capital_project as restrictive for select using (
      not exists (
        select 1 from capital_project_scheme p
        where p.authority_id = capital_project.authority_id and p.programme = capital_project.programme
          and p.month = capital_project.month and p.position = capital_project.position
          and not exists (
            select 1 from capital_scheme s where s.authority_id = p.authority_id and s.code = p.scheme_code)))';
end
$$;
