-- Figures that come otherwise than by typing: files that wait for a yes, and programs that hold a key.

-- A file between the page that took it in and the page that stores what it holds, so that what is stored is what was
-- looked at, whichever server answers. Taken away when it is done with, and forgotten after a day.
create table upload (
  authority_id integer not null,
  id text not null,
  -- The account that brought it, or the browser of a visitor of the demonstration: nobody else may go on with it.
  owner text not null,
  purpose text not null,
  file_name text not null,
  bytes integer not null,
  sha256 text not null,
  content bytea not null,
  -- How it is to be read, and what came of trying.
  settings jsonb not null,
  trial jsonb not null,
  received_at timestamptz not null,
  expires_at timestamptz not null,
  constraint upload_pkey primary key (authority_id, id),
  constraint upload_authority_fkey foreign key (authority_id) references authority (id),
  constraint upload_purpose_known check (purpose in ('figures', 'answers')),
  constraint upload_size_sensible check (bytes between 1 and 20000000 and octet_length(content) = bytes)
);

create index upload_owner_idx on upload (authority_id, owner);

-- What a program shows to send figures of its service. Only the hash of it is here.
create table api_key (
  authority_id integer not null,
  id bigint generated always as identity,
  token_hash text not null,
  label text not null,
  unit_kind text not null,
  unit_code text not null default '',
  -- The last day on which it is good.
  until_day date not null,
  made_by text not null,
  made_by_account_id bigint,
  made_at timestamptz not null default now(),
  constraint api_key_pkey primary key (authority_id, id),
  constraint api_key_authority_fkey foreign key (authority_id) references authority (id),
  constraint api_key_token_key unique (authority_id, token_hash),
  constraint api_key_label_given check (btrim(label) <> ''),
  constraint api_key_unit_known check (unit_kind in ('council', 'directorate', 'service', 'portfolio')),
  constraint api_key_unit_named check ((unit_kind = 'council') = (unit_code = ''))
);

create table api_key_end (
  authority_id integer not null,
  key_id bigint not null,
  at timestamptz not null default now(),
  by_name text not null,
  by_account_id bigint,
  constraint api_key_end_pkey primary key (authority_id, key_id),
  constraint api_key_end_key_fkey foreign key (authority_id, key_id) references api_key (authority_id, id)
);

-- How often a key was used in each minute: to hold it to its rate, and to see which keys nobody uses.
create table api_use (
  authority_id integer not null,
  key_id bigint not null,
  minute timestamptz not null,
  count integer not null,
  constraint api_use_pkey primary key (authority_id, key_id, minute),
  constraint api_use_key_fkey foreign key (authority_id, key_id) references api_key (authority_id, id)
);

-- What was answered to a sending that stored something, so that the same sending again is answered and not done again.
create table api_answer (
  authority_id integer not null,
  key_id bigint not null,
  idempotency_hash text not null,
  request_hash text not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  constraint api_answer_pkey primary key (authority_id, key_id, idempotency_hash),
  constraint api_answer_key_fkey foreign key (authority_id, key_id) references api_key (authority_id, id)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['upload', 'api_key', 'api_key_end', 'api_use', 'api_answer'] loop
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

grant update, delete on upload to goldenthread_app;
grant update, delete on api_use to goldenthread_app;
grant delete on api_answer to goldenthread_app;
