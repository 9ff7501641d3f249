-- Messages to people, and what became of each. A message and everything that happens to it is added and never changed:
-- whether it waits, was sent or was given up follows from its attempts. What is marked illustrative is never sent.

create table message (
  authority_id integer not null,
  id bigint generated always as identity,
  -- What it is about and for whom, so that it is made once however often it is asked for.
  once_key text not null,
  -- The same at every attempt, and known to whoever carries it.
  reference text not null default gen_random_uuid()::text,
  account_id bigint not null,
  address text not null,
  kind text not null,
  subject text not null,
  body text not null,
  -- The address within this service of the page it is about.
  about text,
  not_before timestamptz not null,
  -- From here on it would say what is no longer so.
  not_after timestamptz not null,
  made_at timestamptz not null,
  made_by text not null,
  illustrative boolean not null default false,
  constraint message_pkey primary key (authority_id, id),
  constraint message_account_fkey foreign key (authority_id, account_id) references account (authority_id, id),
  constraint message_once_key unique (authority_id, once_key),
  constraint message_kind_known check (kind in ('reminder', 'escalation')),
  constraint message_subject_one_line check (btrim(subject) <> '' and subject !~ '[[:cntrl:]]'),
  constraint message_body_given check (btrim(body) <> ''),
  constraint message_about_own_page check (about like '/%'),
  constraint message_times_in_order check (not_before < not_after)
);

create index message_not_after_idx on message (authority_id, not_after);
create index message_made_idx on message (authority_id, made_at);

-- What a message tells of, so that the next one need not tell it again.
create table message_topic (
  authority_id integer not null,
  message_id bigint not null,
  topic text not null,
  illustrative boolean not null default false,
  constraint message_topic_pkey primary key (authority_id, message_id, topic),
  constraint message_topic_message_fkey foreign key (authority_id, message_id) references message (authority_id, id)
);

-- Begun before anything is sent, and by one program only: the key is whose attempt it is. The first has number 1.
create table message_attempt (
  authority_id integer not null,
  message_id bigint not null,
  number integer not null,
  begun_at timestamptz not null,
  carrier text not null,
  constraint message_attempt_pkey primary key (authority_id, message_id, number),
  constraint message_attempt_message_fkey foreign key (authority_id, message_id) references message (authority_id, id),
  constraint message_attempt_number_positive check (number > 0)
);

-- How an attempt ended. One that has no result was cut short, or is going on.
create table message_result (
  authority_id integer not null,
  message_id bigint not null,
  number integer not null,
  at timestamptz not null,
  outcome text not null,
  -- Why, in words without any address.
  detail text,
  carrier_reference text,
  next_try_at timestamptz,
  constraint message_result_pkey primary key (authority_id, message_id, number),
  constraint message_result_attempt_fkey foreign key (authority_id, message_id, number)
    references message_attempt (authority_id, message_id, number),
  constraint message_result_outcome_known check (outcome in ('sent', 'failed', 'given-up', 'unclear')),
  constraint message_result_reason check (outcome = 'sent' or btrim(detail) <> ''),
  constraint message_result_failed_has_next check ((outcome = 'failed') = (next_try_at is not null))
);

-- That somebody asked for another attempt after one, which can be asked once.
create table message_retry (
  authority_id integer not null,
  message_id bigint not null,
  after_number integer not null,
  asked_at timestamptz not null,
  by_name text not null,
  by_account_id bigint,
  constraint message_retry_pkey primary key (authority_id, message_id, after_number),
  constraint message_retry_attempt_fkey foreign key (authority_id, message_id, after_number)
    references message_attempt (authority_id, message_id, number)
);

-- What somebody chose to be sent; the latest number counts.
create table message_choice (
  authority_id integer not null,
  account_id bigint not null,
  number integer not null,
  choice text not null,
  chosen_at timestamptz not null default now(),
  constraint message_choice_pkey primary key (authority_id, account_id, number),
  constraint message_choice_account_fkey foreign key (authority_id, account_id) references account (authority_id, id),
  constraint message_choice_number_positive check (number > 0),
  constraint message_choice_known check (choice in ('all', 'weekly', 'escalations'))
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'message', 'message_topic', 'message_attempt', 'message_result', 'message_retry', 'message_choice'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy %I on %I using (authority_id = nullif(current_setting(''app.authority'', true), '''')::integer)',
      tenant_table || '_of_authority', tenant_table
    );
    execute format('grant select, insert on %I to goldenthread_app', tenant_table);
  end loop;
  foreach tenant_table in array array['message', 'message_topic'] loop
    execute format(
      'create policy %I on %I as restrictive for delete using (illustrative)',
      tenant_table || '_only_illustrative', tenant_table
    );
    execute format('grant delete on %I to goldenthread_app', tenant_table);
  end loop;
end
$$;
