-- Risk: what may go wrong, how it is worded, scored, controlled and acted upon, at which level it is kept and why, and
-- how much of it the council accepts. Everything here happened, and is added and never changed; what a risk is worded as,
-- scored at, or kept at is the latest of its rows.

create table risk (
  authority_id integer not null,
  code text not null,
  -- When it is to be looked at first; each review says when next. Null where nobody has said.
  first_review_due date,
  -- Why it is exempt from publication; null where it is not.
  exempt_reason text,
  -- What the paper says of its standing, in its words.
  evidence text,
  source_ref text not null,
  recorded_by text not null,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_pkey primary key (authority_id, code),
  constraint risk_authority_fkey foreign key (authority_id) references authority (id),
  constraint risk_code_known check (code ~ '^[a-z]{1,6}-[0-9]{1,4}$'),
  constraint risk_exempt_has_reason check (exempt_reason is null or btrim(exempt_reason) <> ''),
  constraint risk_source_given check (btrim(source_ref) <> '')
);

-- How it is worded and who answers for it. Null is 'not stated'.
create table risk_statement (
  authority_id integer not null,
  risk_code text not null,
  number integer not null,
  title text not null,
  cause text,
  event text,
  effect text,
  category text,
  -- A role or post, never a person.
  owner_role text,
  unit_kind text,
  unit_code text,
  review_every_months integer,
  reason text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_statement_pkey primary key (authority_id, risk_code, number),
  constraint risk_statement_risk_fkey foreign key (authority_id, risk_code) references risk (authority_id, code),
  constraint risk_statement_number_positive check (number > 0),
  constraint risk_statement_title_given check (btrim(title) <> ''),
  constraint risk_statement_unit_known check (unit_kind in ('council', 'directorate', 'service', 'portfolio', 'team')),
  constraint risk_statement_unit_whole check ((unit_kind is null) = (unit_code is null)),
  constraint risk_statement_review_sensible check (review_every_months between 1 and 24),
  constraint risk_statement_reason_given check (btrim(reason) <> '')
);

-- At which level it is kept, and whether it is open. The first that names a level places it.
create table risk_decision (
  authority_id integer not null,
  risk_code text not null,
  number integer not null,
  decision text not null,
  level text,
  on_day date not null,
  reason text not null,
  -- The role or forum that decided.
  decided_by text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_decision_pkey primary key (authority_id, risk_code, number),
  constraint risk_decision_risk_fkey foreign key (authority_id, risk_code) references risk (authority_id, code),
  constraint risk_decision_number_positive check (number > 0),
  constraint risk_decision_known check (decision in ('placed', 'escalated', 'de-escalated', 'closed', 'reopened')),
  constraint risk_decision_level_known check (level in ('corporate', 'service', 'team', 'project')),
  constraint risk_decision_level_where_moved
    check ((level is not null) = (decision in ('placed', 'escalated', 'de-escalated'))),
  constraint risk_decision_words_given check (btrim(reason) <> '' and btrim(decided_by) <> '')
);

create table risk_score (
  authority_id integer not null,
  risk_code text not null,
  number integer not null,
  kind text not null,
  likelihood integer not null,
  impact integer not null,
  scored_on date not null,
  reason text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_score_pkey primary key (authority_id, risk_code, number),
  constraint risk_score_risk_fkey foreign key (authority_id, risk_code) references risk (authority_id, code),
  constraint risk_score_number_positive check (number > 0),
  constraint risk_score_kind_known check (kind in ('inherent', 'current', 'target')),
  constraint risk_score_within check (likelihood between 1 and 5 and impact between 1 and 5),
  constraint risk_score_reason_given check (btrim(reason) <> '')
);

-- The highest score the council accepts in a category from a day on. The latest number of a day counts.
create table risk_appetite (
  authority_id integer not null,
  category text not null,
  from_day date not null,
  number integer not null,
  most integer not null,
  says text not null,
  decided_by text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_appetite_pkey primary key (authority_id, category, from_day, number),
  constraint risk_appetite_authority_fkey foreign key (authority_id) references authority (id),
  constraint risk_appetite_number_positive check (number > 0),
  constraint risk_appetite_most_within check (most between 1 and 25),
  constraint risk_appetite_words_given check (btrim(category) <> '' and btrim(says) <> '' and btrim(decided_by) <> '')
);

create table risk_control (
  authority_id integer not null,
  risk_code text not null,
  number integer not null,
  what text not null,
  owner_role text,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_control_pkey primary key (authority_id, risk_code, number),
  constraint risk_control_risk_fkey foreign key (authority_id, risk_code) references risk (authority_id, code),
  constraint risk_control_number_positive check (number > 0),
  constraint risk_control_what_given check (btrim(what) <> '')
);

create table risk_control_assurance (
  authority_id integer not null,
  risk_code text not null,
  control_number integer not null,
  number integer not null,
  -- First line: whoever runs it. Second: whoever oversees it. Third: internal audit or somebody outside.
  line integer not null,
  assured_by text not null,
  assured_on date not null,
  effectiveness text not null,
  words text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_control_assurance_pkey primary key (authority_id, risk_code, control_number, number),
  constraint risk_control_assurance_control_fkey foreign key (authority_id, risk_code, control_number)
    references risk_control (authority_id, risk_code, number),
  constraint risk_control_assurance_number_positive check (number > 0),
  constraint risk_control_assurance_line_known check (line between 1 and 3),
  constraint risk_control_assurance_effectiveness_known
    check (effectiveness in ('effective', 'partly', 'not', 'unknown')),
  constraint risk_control_assurance_words_given check (btrim(assured_by) <> '' and btrim(words) <> '')
);

create table risk_action (
  authority_id integer not null,
  risk_code text not null,
  number integer not null,
  what text not null,
  owner_role text not null,
  due date not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_action_pkey primary key (authority_id, risk_code, number),
  constraint risk_action_risk_fkey foreign key (authority_id, risk_code) references risk (authority_id, code),
  constraint risk_action_number_positive check (number > 0),
  constraint risk_action_words_given check (btrim(what) <> '' and btrim(owner_role) <> '')
);

create table risk_action_progress (
  authority_id integer not null,
  risk_code text not null,
  action_number integer not null,
  number integer not null,
  progress text not null,
  on_day date not null,
  words text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_action_progress_pkey primary key (authority_id, risk_code, action_number, number),
  constraint risk_action_progress_action_fkey foreign key (authority_id, risk_code, action_number)
    references risk_action (authority_id, risk_code, number),
  constraint risk_action_progress_number_positive check (number > 0),
  constraint risk_action_progress_known check (progress in ('under-way', 'done', 'stopped')),
  constraint risk_action_progress_words_given check (btrim(words) <> '')
);

create table risk_review (
  authority_id integer not null,
  risk_code text not null,
  number integer not null,
  reviewed_on date not null,
  words text not null,
  next_due date not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_review_pkey primary key (authority_id, risk_code, number),
  constraint risk_review_risk_fkey foreign key (authority_id, risk_code) references risk (authority_id, code),
  constraint risk_review_number_positive check (number > 0),
  constraint risk_review_next_later check (next_due > reviewed_on),
  constraint risk_review_words_given check (btrim(words) <> '')
);

-- What it threatens, or where it is told of. A later row that no longer holds takes the link away and is kept.
create table risk_link (
  authority_id integer not null,
  risk_code text not null,
  number integer not null,
  kind text not null,
  -- The code of a plan item, measure or service; a paper is known by its title and reference.
  code text not null,
  holds boolean not null default true,
  basis text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_link_pkey primary key (authority_id, risk_code, number),
  constraint risk_link_risk_fkey foreign key (authority_id, risk_code) references risk (authority_id, code),
  constraint risk_link_number_positive check (number > 0),
  constraint risk_link_kind_known check (kind in ('plan-item', 'measure', 'service', 'paper')),
  constraint risk_link_words_given check (btrim(code) <> '' and btrim(basis) <> '')
);

-- Accredited risk training of whoever holds a post or role.
create table risk_training (
  authority_id integer not null,
  id bigint generated always as identity,
  post text not null,
  unit_kind text,
  unit_code text,
  course text not null,
  accredited_by text not null,
  completed_on date not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint risk_training_pkey primary key (authority_id, id),
  constraint risk_training_authority_fkey foreign key (authority_id) references authority (id),
  constraint risk_training_unit_known check (unit_kind in ('council', 'directorate', 'service', 'portfolio', 'team')),
  constraint risk_training_unit_whole check ((unit_kind is null) = (unit_code is null)),
  constraint risk_training_words_given check (btrim(post) <> '' and btrim(course) <> '' and btrim(accredited_by) <> '')
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'risk', 'risk_statement', 'risk_decision', 'risk_score', 'risk_appetite', 'risk_control', 'risk_control_assurance',
    'risk_action', 'risk_action_progress', 'risk_review', 'risk_link', 'risk_training'
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
  -- What belongs to a risk is hidden with it.
  foreach tenant_table in array array[
    'risk_statement', 'risk_decision', 'risk_score', 'risk_control', 'risk_control_assurance', 'risk_action',
    'risk_action_progress', 'risk_review', 'risk_link'
  ] loop
    execute format(
      'create policy %I on %I as restrictive for select using '
      '(exists (select 1 from risk r where r.authority_id = %I.authority_id and r.code = %I.risk_code))',
      tenant_table || '_exempt_hidden', tenant_table, tenant_table, tenant_table
    );
  end loop;
end
$$;

create policy risk_exempt_hidden on risk as restrictive for select
  using (exempt_reason is null or current_setting('app.exempt', true) = 'on');
grant update (exempt_reason) on risk to goldenthread_app;
