-- The annual sample of measures that internal audit tests: how it was drawn, which figures came out, what the evidence
-- showed, what management answered and when it was closed. Everything here happened, and is added and never changed.

create table audit_sample (
  authority_id integer not null,
  financial_year text not null,
  size integer not null,
  -- A whole number below two to the power 64, from which anybody draws the same sample again.
  seed text not null,
  -- Only figures of periods that had ended by this day took part.
  cut_off date not null,
  without_figure integer not null,
  proxies integer not null,
  drawn_by text not null,
  drawn_by_role text not null,
  drawn_by_account_id bigint,
  drawn_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint audit_sample_pkey primary key (authority_id, financial_year),
  constraint audit_sample_authority_fkey foreign key (authority_id) references authority (id),
  constraint audit_sample_financial_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint audit_sample_size_positive check (size > 0),
  constraint audit_sample_seed_form check (seed ~ '^[0-9]{1,20}$')
);

-- Everything the sample was drawn from, with the risks each had then, parted by commas.
create table audit_candidate (
  authority_id integer not null,
  financial_year text not null,
  measure_code text not null,
  risks text not null,
  illustrative boolean not null default false,
  constraint audit_candidate_pkey primary key (authority_id, financial_year, measure_code),
  constraint audit_candidate_sample_fkey
    foreign key (authority_id, financial_year) references audit_sample (authority_id, financial_year),
  constraint audit_candidate_measure_fkey foreign key (authority_id, measure_code) references measure (authority_id, code)
);

-- A figure that was drawn, as it was recorded on that day: an audit file stands on its own, whatever is revised later.
create table audit_item (
  authority_id integer not null,
  financial_year text not null,
  number integer not null,
  measure_code text not null,
  drawn_for text not null,
  series_code text not null,
  area_code text not null,
  period_start date not null,
  period_end date not null,
  revision integer not null,
  value numeric not null,
  numerator numeric,
  denominator numeric,
  status text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  unit text not null,
  decimals integer not null,
  aggregation text not null,
  illustrative boolean not null default false,
  constraint audit_item_pkey primary key (authority_id, financial_year, number),
  constraint audit_item_measure_once unique (authority_id, financial_year, measure_code),
  constraint audit_item_candidate_fkey foreign key (authority_id, financial_year, measure_code)
    references audit_candidate (authority_id, financial_year, measure_code),
  constraint audit_item_drawn_for_known
    check (drawn_for in ('revised', 'not-final', 'definition', 'long-not-audited', 'random')),
  constraint audit_item_period_forward check (period_start < period_end)
);

-- A later test of the same figure takes the place of the one before, which stays to be seen.
create table audit_test (
  authority_id integer not null,
  financial_year text not null,
  item_number integer not null,
  number integer not null,
  result text not null,
  evidence text not null,
  finding text,
  materiality text,
  recommendation text,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint audit_test_pkey primary key (authority_id, financial_year, item_number, number),
  constraint audit_test_item_fkey foreign key (authority_id, financial_year, item_number)
    references audit_item (authority_id, financial_year, number),
  constraint audit_test_result_known check (result in ('agreed', 'agreed-with-comment', 'error', 'no-evidence')),
  constraint audit_test_evidence_given check (btrim(evidence) <> ''),
  constraint audit_test_finding_given check (result = 'agreed' or btrim(finding) <> ''),
  constraint audit_test_materiality_known check (materiality in ('low', 'medium', 'high')),
  constraint audit_test_error_is_weighed
    check (result not in ('error', 'no-evidence') or (materiality is not null and btrim(recommendation) <> ''))
);

create table audit_response (
  authority_id integer not null,
  financial_year text not null,
  item_number integer not null,
  test_number integer not null,
  number integer not null,
  response text not null,
  action text not null,
  by_when date,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint audit_response_pkey primary key (authority_id, financial_year, item_number, test_number, number),
  constraint audit_response_test_fkey foreign key (authority_id, financial_year, item_number, test_number)
    references audit_test (authority_id, financial_year, item_number, number),
  constraint audit_response_known check (response in ('accepted', 'partly-accepted', 'not-accepted')),
  constraint audit_response_action_given check (btrim(action) <> ''),
  constraint audit_response_has_day check (response = 'not-accepted' or by_when is not null)
);

create table audit_closure (
  authority_id integer not null,
  financial_year text not null,
  item_number integer not null,
  test_number integer not null,
  words text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint audit_closure_pkey primary key (authority_id, financial_year, item_number, test_number),
  constraint audit_closure_test_fkey foreign key (authority_id, financial_year, item_number, test_number)
    references audit_test (authority_id, financial_year, item_number, number),
  constraint audit_closure_words_given check (btrim(words) <> '')
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'audit_sample', 'audit_candidate', 'audit_item', 'audit_test', 'audit_response', 'audit_closure'
  ] loop
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
