-- Who may come in, as what, and until when. What somebody was is kept as rows that are added and never changed: a
-- status, a grant, the end of a grant. What only serves to let them in (a password's hash, a session, a link) is
-- replaced and forgotten.

create table account (
  authority_id integer not null,
  id bigint generated always as identity,
  email text not null,
  -- The post or role, such as 'Head of Housing': the event trail names this, and never a person.
  label text not null,
  added_at timestamptz not null default now(),
  added_by text not null,
  constraint account_pkey primary key (authority_id, id),
  constraint account_authority_fkey foreign key (authority_id) references authority (id),
  constraint account_email_key unique (authority_id, email),
  constraint account_email_lower check (email = lower(btrim(email)) and email like '_%@_%'),
  constraint account_label_given check (btrim(label) <> '')
);

-- The latest of an account is what it is now. Nobody can sign in before the first.
create table account_status (
  authority_id integer not null,
  account_id bigint not null,
  number integer not null,
  status text not null,
  at timestamptz not null default now(),
  by_name text not null,
  by_account_id bigint,
  reason text,
  constraint account_status_pkey primary key (authority_id, account_id, number),
  constraint account_status_account_fkey foreign key (authority_id, account_id) references account (authority_id, id),
  constraint account_status_known check (status in ('active', 'suspended', 'left')),
  constraint account_status_number_positive check (number > 0),
  constraint account_status_reason_when_stopped check (status = 'active' or btrim(reason) <> '')
);

create table role_grant (
  authority_id integer not null,
  id bigint generated always as identity,
  account_id bigint not null,
  role text not null,
  unit_kind text not null,
  unit_code text not null default '',
  kind text not null,
  from_day date not null,
  until_day date,
  on_behalf_of bigint,
  granted_at timestamptz not null default now(),
  granted_by text not null,
  granted_by_account_id bigint,
  -- True when the sign-in provider said so: it is ended when the provider says so no more.
  from_provider boolean not null default false,
  constraint role_grant_pkey primary key (authority_id, id),
  constraint role_grant_account_fkey foreign key (authority_id, account_id) references account (authority_id, id),
  constraint role_grant_on_behalf_fkey foreign key (authority_id, on_behalf_of) references account (authority_id, id),
  constraint role_grant_unit_known check (unit_kind in ('council', 'directorate', 'service', 'portfolio')),
  constraint role_grant_unit_named check ((unit_kind = 'council') = (unit_code = '')),
  constraint role_grant_kind_known check (kind in ('held', 'acting-up', 'delegated')),
  constraint role_grant_days_forward check (until_day is null or from_day <= until_day),
  constraint role_grant_away_has_end check (kind <> 'delegated' or (until_day is not null and on_behalf_of is not null)),
  constraint role_grant_not_to_oneself check (on_behalf_of is null or on_behalf_of <> account_id)
);

create index role_grant_account_idx on role_grant (authority_id, account_id);

create table role_grant_end (
  authority_id integer not null,
  grant_id bigint not null,
  -- The first day on which the role is no longer held.
  ended_on date not null,
  at timestamptz not null default now(),
  by_name text not null,
  by_account_id bigint,
  constraint role_grant_end_pkey primary key (authority_id, grant_id),
  constraint role_grant_end_grant_fkey foreign key (authority_id, grant_id) references role_grant (authority_id, id)
);

create table account_password (
  authority_id integer not null,
  account_id bigint not null,
  hash text not null,
  set_at timestamptz not null default now(),
  constraint account_password_pkey primary key (authority_id, account_id),
  constraint account_password_account_fkey foreign key (authority_id, account_id) references account (authority_id, id)
);

-- A link by which somebody sets their password, once. Only its hash is here.
create table password_link (
  authority_id integer not null,
  token_hash text not null,
  account_id bigint not null,
  expires_at timestamptz not null,
  constraint password_link_pkey primary key (authority_id, token_hash),
  constraint password_link_account_fkey foreign key (authority_id, account_id) references account (authority_id, id)
);

-- Who an account is to the sign-in provider, learnt when they first come in by a verified e-mail address.
create table account_subject (
  authority_id integer not null,
  issuer text not null,
  subject text not null,
  account_id bigint not null,
  learnt_at timestamptz not null default now(),
  constraint account_subject_pkey primary key (authority_id, issuer, subject),
  constraint account_subject_account_fkey foreign key (authority_id, account_id) references account (authority_id, id)
);

-- Somebody on the way to the sign-in provider and back. Taken away as soon as they are back.
create table provider_visit (
  authority_id integer not null,
  state_hash text not null,
  visitor_hash text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  expires_at timestamptz not null,
  constraint provider_visit_pkey primary key (authority_id, state_hash),
  constraint provider_visit_authority_fkey foreign key (authority_id) references authority (id)
);

-- A visit to the pages by somebody known. The key itself is only in the browser; here is its hash.
create table session (
  authority_id integer not null,
  key_hash text not null,
  number bigint generated always as identity,
  -- Null for a visitor of the demonstration, who has a role without an account.
  account_id bigint,
  role text,
  device text not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_pkey primary key (authority_id, key_hash),
  constraint session_account_fkey foreign key (authority_id, account_id) references account (authority_id, id),
  constraint session_is_somebody check (account_id is not null or role is not null)
);

create index session_account_idx on session (authority_id, account_id);

-- Sign-ins that were tried and did not succeed, by the hash of what was tried: an e-mail address, a network address.
create table sign_in_failure (
  authority_id integer not null,
  key_hash text not null,
  id bigint generated always as identity,
  at timestamptz not null,
  constraint sign_in_failure_pkey primary key (authority_id, key_hash, id),
  constraint sign_in_failure_authority_fkey foreign key (authority_id) references authority (id)
);

-- Forms that have been acted upon, so that the same form posted twice counts once.
create table form_submission (
  authority_id integer not null,
  key_hash text not null,
  at timestamptz not null default now(),
  led_to text,
  constraint form_submission_pkey primary key (authority_id, key_hash),
  constraint form_submission_authority_fkey foreign key (authority_id) references authority (id)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'account', 'account_status', 'role_grant', 'role_grant_end', 'account_password', 'password_link', 'account_subject',
    'provider_visit', 'session', 'sign_in_failure', 'form_submission'
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

grant update, delete on account_password to goldenthread_app;
grant delete on password_link to goldenthread_app;
grant delete on provider_visit to goldenthread_app;
grant update, delete on session to goldenthread_app;
grant delete on sign_in_failure to goldenthread_app;
grant update, delete on form_submission to goldenthread_app;
