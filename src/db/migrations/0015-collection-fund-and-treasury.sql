-- The collection fund, the prudential indicators and the medium term. What a paper reported of a quarter is added and
-- never changed; money is whole pence, a rate whole hundredths of a per cent.

-- A quarter whose prudential indicators were reported.
create table prudential_quarter (
  authority_id integer not null,
  as_at date not null,
  source_ref text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint prudential_quarter_pkey primary key (authority_id, as_at),
  constraint prudential_quarter_authority_fkey foreign key (authority_id) references authority (id),
  constraint prudential_quarter_ends check (extract(day from as_at + 1) = 1 and extract(month from as_at) in (3, 6, 9, 12))
);

-- A part of the council's debt at the end of a quarter, beside the two limits that were in force.
create table prudential_debt (
  authority_id integer not null,
  as_at date not null,
  part text not null,
  actual_pence numeric(18, 0) not null,
  highest_pence numeric(18, 0) not null,
  boundary_pence numeric(18, 0) not null,
  limit_pence numeric(18, 0) not null,
  source_ref text not null,
  illustrative boolean not null default false,
  constraint prudential_debt_pkey primary key (authority_id, as_at, part),
  constraint prudential_debt_quarter_fkey
    foreign key (authority_id, as_at) references prudential_quarter (authority_id, as_at),
  constraint prudential_debt_part_known check (part in ('borrowing', 'other-long-term')),
  constraint prudential_debt_not_negative check (actual_pence >= 0),
  constraint prudential_debt_highest_reached check (highest_pence >= actual_pence),
  constraint prudential_debt_limits_in_order check (limit_pence >= boundary_pence and boundary_pence >= 0)
);

-- An indicator for a financial year, an amount or a rate; the capital financing requirement is that at the year's end.
create table prudential_figure (
  authority_id integer not null,
  as_at date not null,
  indicator text not null,
  financial_year text not null,
  basis text not null,
  amount_pence numeric(18, 0),
  rate_hundredths integer,
  -- Of a value that was approved, when; of another, why it differs from the approved one. Null where the paper does not say.
  words text,
  source_ref text not null,
  illustrative boolean not null default false,
  constraint prudential_figure_pkey primary key (authority_id, as_at, indicator, financial_year, basis),
  constraint prudential_figure_quarter_fkey
    foreign key (authority_id, as_at) references prudential_quarter (authority_id, as_at),
  constraint prudential_figure_indicator_known check (indicator in (
    'capital-expenditure', 'financing-requirement', 'commercial-income', 'financing-costs'
  )),
  constraint prudential_figure_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint prudential_figure_basis_known check (basis in ('actual', 'budget', 'forecast', 'approved')),
  constraint prudential_figure_one_value check ((amount_pence is null) <> (rate_hundredths is null))
);

-- One stream of the collection fund in a year, as it stood on a day.
create table collection_fund (
  authority_id integer not null,
  financial_year text not null,
  as_at date not null,
  stream text not null,
  budget_pence numeric(18, 0) not null,
  -- What is collected for everybody who shares in it.
  income_pence numeric(18, 0) not null,
  outturn_after_grants_pence numeric(18, 0),
  -- The surplus declared for the year before, and this council's part of it. A deficit is negative.
  declared_pence numeric(18, 0),
  declared_own_pence numeric(18, 0),
  declared_share_printed text,
  -- A day or a month: '2024-01-16', '2024-01'.
  declared_when text,
  source_ref text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint collection_fund_pkey primary key (authority_id, financial_year, as_at, stream),
  constraint collection_fund_authority_fkey foreign key (authority_id) references authority (id),
  constraint collection_fund_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint collection_fund_stream_known check (stream in ('council-tax', 'business-rates')),
  constraint collection_fund_budget_within_income check (budget_pence between 0 and income_pence),
  constraint collection_fund_declared_whole check ((declared_pence is null) = (declared_own_pence is null))
);

-- Who has which share of a stream's income.
create table collection_fund_share (
  authority_id integer not null,
  financial_year text not null,
  as_at date not null,
  stream text not null,
  position integer not null,
  body text not null,
  own boolean not null,
  share_hundredths integer not null,
  -- As it was printed, for the comparison is no finer than the print.
  printed text not null,
  illustrative boolean not null default false,
  constraint collection_fund_share_pkey primary key (authority_id, financial_year, as_at, stream, position),
  constraint collection_fund_share_stream_fkey foreign key (authority_id, financial_year, as_at, stream)
    references collection_fund (authority_id, financial_year, as_at, stream),
  constraint collection_fund_share_sensible check (share_hundredths between 0 and 10000),
  constraint collection_fund_share_body_named check (btrim(body) <> '')
);

-- Why this council's part of a stream is forecast to differ from its budget. Adverse is positive.
create table collection_fund_item (
  authority_id integer not null,
  financial_year text not null,
  as_at date not null,
  stream text not null,
  position integer not null,
  title text not null,
  amount_pence numeric(18, 0) not null,
  note text,
  source_ref text not null,
  illustrative boolean not null default false,
  constraint collection_fund_item_pkey primary key (authority_id, financial_year, as_at, stream, position),
  constraint collection_fund_item_stream_fkey foreign key (authority_id, financial_year, as_at, stream)
    references collection_fund (authority_id, financial_year, as_at, stream),
  constraint collection_fund_item_titled check (btrim(title) <> '')
);

-- Assumptions on the years to come that somebody kept under a name: three scenarios side by side.
create table medium_term_plan (
  authority_id integer not null,
  id bigint generated always as identity,
  name text not null,
  base_year text not null,
  years integer not null,
  pay_pence numeric(18, 0) not null,
  continuing_pence numeric(18, 0) not null,
  falling_away_pence numeric(18, 0) not null,
  basis text not null,
  kept_by text not null,
  kept_by_role text not null,
  kept_by_account_id bigint,
  kept_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint medium_term_plan_pkey primary key (authority_id, id),
  constraint medium_term_plan_authority_fkey foreign key (authority_id) references authority (id),
  constraint medium_term_plan_name_once unique (authority_id, name),
  constraint medium_term_plan_named check (btrim(name) <> '' and btrim(basis) <> ''),
  constraint medium_term_plan_base_year_form check (base_year ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint medium_term_plan_years_sensible check (years between 1 and 5),
  constraint medium_term_plan_pay_not_negative check (pay_pence >= 0)
);

create table medium_term_rate (
  authority_id integer not null,
  plan_id bigint not null,
  scenario text not null,
  driver text not null,
  rate_hundredths integer not null,
  illustrative boolean not null default false,
  constraint medium_term_rate_pkey primary key (authority_id, plan_id, scenario, driver),
  constraint medium_term_rate_plan_fkey foreign key (authority_id, plan_id) references medium_term_plan (authority_id, id),
  constraint medium_term_rate_scenario_known check (scenario in ('optimistic', 'central', 'pessimistic')),
  constraint medium_term_rate_driver_known check (driver in ('pay', 'prices', 'demand', 'council-tax', 'grants')),
  constraint medium_term_rate_sensible check (rate_hundredths between -5000 and 5000)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'prudential_quarter', 'prudential_debt', 'prudential_figure', 'collection_fund', 'collection_fund_share',
    'collection_fund_item', 'medium_term_plan', 'medium_term_rate'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy %I on %I using (authority_id = nullif(current_setting(''app.authority'', true), '''')::integer)',
      tenant_table || '_of_authority', tenant_table
    );
    execute format('grant select, insert on %I to goldenthread_app', tenant_table);
    execute format(
      'create policy %I on %I as restrictive for delete using (illustrative)',
      tenant_table || '_only_illustrative', tenant_table
    );
    execute format('grant delete on %I to goldenthread_app', tenant_table);
  end loop;
end
$$;
