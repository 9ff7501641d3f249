-- What the register said on any day, and what was changed after it had been published. Versions, retirements and
-- restatements happened, and are added and never changed. What is marked illustrative exists only to show the product; it
-- alone can be taken away again.

alter table measure
  -- How an estimate is made and how far out it may be.
  add column estimation_note text,
  -- Partners or outside things that the result depends on.
  add column depends_on text,
  -- How old the latest figure may be to serve its purpose.
  add column fresh_within_months integer,
  add constraint measure_freshness_sensible check (fresh_within_months between 1 and 120);
alter table target add column illustrative boolean not null default false;
alter table rebase add column illustrative boolean not null default false;

create table measure_version (
  authority_id integer not null,
  measure_code text not null,
  number integer not null,
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
  lag_months integer,
  owner_role text,
  metric_responsibility text,
  data_officer text,
  source_ref text not null,
  note text,
  estimation_note text,
  depends_on text,
  fresh_within_months integer,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  -- Null when the register was recorded from its source; a person who changes an entry says why.
  reason text,
  illustrative boolean not null default false,
  constraint measure_version_pkey primary key (authority_id, measure_code, number),
  constraint measure_version_measure_fkey foreign key (authority_id, measure_code) references measure (authority_id, code),
  constraint measure_version_number_positive check (number > 0),
  constraint measure_version_good_direction_known check (good_direction in ('high', 'low', 'range', 'none')),
  constraint measure_version_information_type_known check (information_type in (
    'annual-action', 'key-result', 'performance-indicator', 'contextual-indicator'
  )),
  constraint measure_version_level_known check (level in ('strategic', 'tactical', 'operational'))
);

create table series_version (
  authority_id integer not null,
  series_code text not null,
  number integer not null,
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
  -- The days on which its definition changed, as a list of { at, reason }.
  breaks jsonb not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint series_version_pkey primary key (authority_id, series_code, number),
  constraint series_version_series_fkey foreign key (authority_id, series_code) references series (authority_id, code),
  constraint series_version_number_positive check (number > 0),
  constraint series_version_good_direction_known check (good_direction in ('high', 'low', 'range', 'none')),
  constraint series_version_aggregation_known check (aggregation in ('sum', 'latest', 'ratio', 'mean', 'none'))
);

create table measure_series_version (
  authority_id integer not null,
  measure_code text not null,
  series_code text not null,
  number integer not null,
  match text not null,
  role text not null,
  neighbours_code text,
  england_is_total boolean not null,
  note text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint measure_series_version_pkey primary key (authority_id, measure_code, series_code, number),
  constraint measure_series_version_measure_fkey
    foreign key (authority_id, measure_code) references measure (authority_id, code),
  constraint measure_series_version_series_fkey
    foreign key (authority_id, series_code) references series (authority_id, code),
  constraint measure_series_version_number_positive check (number > 0),
  constraint measure_series_version_match_known check (match in ('own', 'exact', 'close', 'proxy')),
  constraint measure_series_version_role_known check (role in ('main', 'alternative'))
);

-- The first day on which a measure is no longer in the register. Its past stays.
create table measure_retirement (
  authority_id integer not null,
  measure_code text not null,
  from_day date not null,
  reason text not null,
  replaced_by text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  illustrative boolean not null default false,
  constraint measure_retirement_pkey primary key (authority_id, measure_code),
  constraint measure_retirement_measure_fkey
    foreign key (authority_id, measure_code) references measure (authority_id, code),
  constraint measure_retirement_replaced_by_fkey
    foreign key (authority_id, replaced_by) references measure (authority_id, code),
  constraint measure_retirement_replaced_by_another check (replaced_by <> measure_code),
  constraint measure_retirement_reason_given check (btrim(reason) <> '')
);

-- Something that was changed after a locked quarter had shown it: printed in the next report.
create table restatement (
  authority_id integer not null,
  number integer not null,
  at timestamptz not null default now(),
  by_name text not null,
  by_role text not null,
  kind text not null,
  measure_code text not null,
  -- Of the figure or the target; null for what belongs to no period.
  period_start date,
  period_end date,
  was text not null,
  becomes text not null,
  reason text not null,
  agreed_by text,
  -- The locked quarters that had shown it, with commas between.
  published_in text not null,
  position_before text not null,
  says_before text not null,
  position_after text not null,
  says_after text not null,
  illustrative boolean not null default false,
  constraint restatement_pkey primary key (authority_id, number),
  constraint restatement_measure_fkey foreign key (authority_id, measure_code) references measure (authority_id, code),
  constraint restatement_kind_known check (kind in (
    'figure', 'target', 'tolerance', 'definition', 'owner', 'direction', 'rebase', 'retirement'
  )),
  constraint restatement_period_forward check (period_start < period_end),
  constraint restatement_reason_given check (btrim(reason) <> ''),
  constraint restatement_published check (published_in <> '')
);

create index restatement_measure_idx on restatement (authority_id, measure_code, number);

-- How good a measure's data is in one of six respects, as somebody judged it. The latest number counts.
create table data_quality_judgement (
  authority_id integer not null,
  measure_code text not null,
  attribute text not null,
  number integer not null,
  judgement text not null,
  says text not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  illustrative boolean not null default false,
  constraint data_quality_judgement_pkey primary key (authority_id, measure_code, attribute, number),
  constraint data_quality_judgement_measure_fkey
    foreign key (authority_id, measure_code) references measure (authority_id, code),
  constraint data_quality_judgement_attribute_known check (attribute in (
    'accurate', 'valid', 'dependable', 'complete', 'relevant', 'timely'
  )),
  constraint data_quality_judgement_judgement_known check (judgement in ('good', 'partly', 'poor')),
  constraint data_quality_judgement_says_given check (btrim(says) <> '')
);

-- The register as it stands becomes its own first version, recorded when the trail says it was. The owner is held to
-- row-level security too, and would find nothing: it is lifted until this is done.
do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['event', 'measure', 'series', 'series_break', 'measure_series'] loop
    execute format('alter table %I no force row level security', tenant_table);
  end loop;

  insert into measure_version (authority_id, measure_code, number, position, title, definition, theme, position_in_theme,
    serves_code, unit, good_direction, information_type, level, frequency, lag_months, owner_role, metric_responsibility,
    data_officer, source_ref, note, recorded_at, recorded_by)
  select authority_id, code, 1, position, title, definition, theme, position_in_theme,
    serves_code, unit, good_direction, information_type, level, frequency, lag_months, owner_role, metric_responsibility,
    data_officer, source_ref, note,
    coalesce((select min(e.at) from event e
      where e.authority_id = m.authority_id and e.action = 'measure.recorded'), now()), 'register'
  from measure m;

  insert into series_version (authority_id, series_code, number, title, description, unit, decimals, good_direction,
    frequency, aggregation, publisher, dataset, licence, breaks, recorded_at, recorded_by)
  select authority_id, code, 1, title, description, unit, decimals, good_direction,
    frequency, aggregation, publisher, dataset, licence,
    coalesce((select jsonb_agg(jsonb_build_object('at', b.at, 'reason', b.reason) order by b.at) from series_break b
      where b.authority_id = s.authority_id and b.series_code = s.code), '[]'),
    coalesce((select min(e.at) from event e
      where e.authority_id = s.authority_id and e.action = 'series.recorded'), now()), 'register'
  from series s;

  insert into measure_series_version (authority_id, measure_code, series_code, number, match, role, neighbours_code,
    england_is_total, note, recorded_at, recorded_by)
  select authority_id, measure_code, series_code, 1, match, role, neighbours_code, england_is_total, note,
    coalesce((select min(e.at) from event e
      where e.authority_id = l.authority_id and e.action = 'measure.series-linked'), now()), 'register'
  from measure_series l;

  foreach tenant_table in array array['event', 'measure', 'series', 'series_break', 'measure_series'] loop
    execute format('alter table %I force row level security', tenant_table);
  end loop;
end
$$;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'measure_version', 'series_version', 'measure_series_version', 'measure_retirement', 'restatement',
    'data_quality_judgement'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy %I on %I using (authority_id = nullif(current_setting(''app.authority'', true), '''')::integer)',
      tenant_table || '_of_authority', tenant_table
    );
    execute format('grant select, insert on %I to goldenthread_app', tenant_table);
  end loop;
  foreach tenant_table in array array[
    'measure_version', 'measure_retirement', 'restatement', 'data_quality_judgement', 'target', 'rebase'
  ] loop
    execute format(
      'create policy %I on %I as restrictive for delete using (illustrative)',
      tenant_table || '_only_illustrative', tenant_table
    );
    execute format('grant delete on %I to goldenthread_app', tenant_table);
  end loop;
end
$$;
