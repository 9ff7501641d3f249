-- What staff and councillors raise, and what became of it; what scrutiny recommends, and how it was answered. Everything
-- here happened, and is added and never changed.

create table forum (
  authority_id integer not null,
  code text not null,
  position integer not null,
  name text not null,
  kind text not null,
  chair text,
  frequency text,
  purpose text,
  status text not null,
  source_ref text not null,
  constraint forum_pkey primary key (authority_id, code),
  constraint forum_authority_fkey foreign key (authority_id) references authority (id),
  constraint forum_name_given check (btrim(name) <> '')
);

create table signal (
  authority_id integer not null,
  id bigint generated always as identity,
  kind text not null,
  about_kind text not null,
  about_code text not null default '',
  words text not null,
  first_level text not null,
  -- The unit that answered for it on that day; null where none did.
  unit_kind text,
  unit_code text,
  raised_by text not null,
  raised_by_role text not null,
  raised_by_account_id bigint,
  raised_on date not null,
  illustrative boolean not null default false,
  constraint signal_pkey primary key (authority_id, id),
  constraint signal_authority_fkey foreign key (authority_id) references authority (id),
  constraint signal_kind_known check (kind in ('issue', 'question', 'good-news', 'suggestion')),
  constraint signal_about_known check (about_kind in ('measure', 'service', 'plan-item', 'framework')),
  constraint signal_about_named check ((about_kind = 'framework') = (about_code = '')),
  constraint signal_words_given check (btrim(words) <> ''),
  constraint signal_first_level_known check (first_level in ('team-leader', 'service-manager', 'assistant-director')),
  constraint signal_unit_known check (unit_kind in ('council', 'directorate', 'service', 'portfolio', 'team')),
  constraint signal_unit_whole check ((unit_kind is null) = (unit_code is null))
);

create table signal_step (
  authority_id integer not null,
  signal_id bigint not null,
  number integer not null,
  step text not null,
  -- The level at which it was taken.
  level text not null,
  forum_code text,
  words text,
  on_day date not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint signal_step_pkey primary key (authority_id, signal_id, number),
  constraint signal_step_signal_fkey foreign key (authority_id, signal_id) references signal (authority_id, id),
  constraint signal_step_forum_fkey foreign key (authority_id, forum_code) references forum (authority_id, code),
  constraint signal_step_known check (step in (
    'taken-up', 'passed-up', 'answered', 'put-to-forum', 'decided', 'returned', 'settled', 'not-settled'
  )),
  constraint signal_step_level_known check (level in ('team-leader', 'service-manager', 'assistant-director', 'forum')),
  constraint signal_step_has_words check (step in ('taken-up', 'settled') or btrim(words) <> ''),
  constraint signal_step_has_forum check (step <> 'put-to-forum' or forum_code is not null)
);

create table recommendation (
  authority_id integer not null,
  id bigint generated always as identity,
  forum_code text not null,
  made_on date not null,
  words text not null,
  evidence text not null,
  addressed_to text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint recommendation_pkey primary key (authority_id, id),
  constraint recommendation_forum_fkey foreign key (authority_id, forum_code) references forum (authority_id, code),
  constraint recommendation_words_given check (btrim(words) <> '' and btrim(evidence) <> '' and btrim(addressed_to) <> '')
);

create table recommendation_response (
  authority_id integer not null,
  recommendation_id bigint not null,
  number integer not null,
  response text not null,
  action text not null,
  by_when date,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint recommendation_response_pkey primary key (authority_id, recommendation_id, number),
  constraint recommendation_response_recommendation_fkey
    foreign key (authority_id, recommendation_id) references recommendation (authority_id, id),
  constraint recommendation_response_known check (response in ('accepted', 'partly-accepted', 'not-accepted')),
  constraint recommendation_response_action_given check (btrim(action) <> ''),
  constraint recommendation_response_has_day check (response = 'not-accepted' or by_when is not null)
);

create table recommendation_progress (
  authority_id integer not null,
  recommendation_id bigint not null,
  number integer not null,
  progress text not null,
  words text not null,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint recommendation_progress_pkey primary key (authority_id, recommendation_id, number),
  constraint recommendation_progress_recommendation_fkey
    foreign key (authority_id, recommendation_id) references recommendation (authority_id, id),
  constraint recommendation_progress_known check (progress in ('under-way', 'done', 'stopped')),
  constraint recommendation_progress_words_given check (btrim(words) <> '')
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'forum', 'signal', 'signal_step', 'recommendation', 'recommendation_response', 'recommendation_progress'
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
    'signal', 'signal_step', 'recommendation', 'recommendation_response', 'recommendation_progress'
  ] loop
    execute format(
      'create policy %I on %I as restrictive for delete using (illustrative)',
      tenant_table || '_only_illustrative', tenant_table
    );
    execute format('grant delete on %I to goldenthread_app', tenant_table);
  end loop;
end
$$;

grant update on forum to goldenthread_app;
