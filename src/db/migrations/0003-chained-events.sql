-- Each event carries its place in its authority's trail and the SHA-256 over the event before it and its own fields
-- (docs/audit.md says over which bytes), so that a change, a removal or an insertion shows. The numbers are counted by
-- the command that records the event, under a lock on the authority's head, and not by an identity column, which leaves
-- a gap whenever a transaction fails.
create table audit_head (
  authority_id integer not null,
  sequence bigint not null,
  hash text not null,
  constraint audit_head_pkey primary key (authority_id),
  constraint audit_head_authority_fkey foreign key (authority_id) references authority (id),
  constraint audit_head_hash_form check (hash ~ '^[0-9a-f]{64}$')
);

alter table event
  add column sequence bigint,
  add column previous_hash text,
  add column hash text;

-- The events from before are chained here, in the order of their old numbers. The owner is held to row-level security
-- too, and would find no events to chain: it is lifted until this is done.
alter table event no force row level security;

-- Enough of RFC 8785 for what the program has recorded until now: names of members in ASCII, and no number so large or
-- small that it is written with an exponent.
create function pg_temp.canonical_json(value jsonb) returns text language plpgsql as $$
begin
  return case jsonb_typeof(value)
    when 'object' then '{' || coalesce((
      select string_agg(to_jsonb(name)::text || ':' || pg_temp.canonical_json(member), ',' order by name collate "C")
      from jsonb_each(value) as members (name, member)), '') || '}'
    when 'array' then '[' || coalesce((
      select string_agg(pg_temp.canonical_json(element), ',' order by place)
      from jsonb_array_elements(value) with ordinality as elements (element, place)), '') || ']'
    else value::text
  end;
end
$$;

do $$
declare
  found record;
  trail integer;
  place bigint;
  last_hash text;
  fields text;
begin
  for found in select * from event order by authority_id, id loop
    if trail is distinct from found.authority_id then
      trail := found.authority_id;
      place := 0;
      last_hash := repeat('0', 64);
    end if;
    place := place + 1;
    fields := pg_temp.canonical_json(jsonb_build_object(
      'action', found.action,
      'actor_name', found.actor_name,
      'actor_role', found.actor_role,
      'at', to_char(found.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'authority_id', found.authority_id,
      'details', found.details,
      'sequence', place,
      'subject', found.subject
    ));
    update event set
      sequence = place,
      previous_hash = last_hash,
      hash = encode(sha256(convert_to(last_hash || E'\n' || fields, 'UTF8')), 'hex')
    where authority_id = found.authority_id and id = found.id
    returning hash into last_hash;
    insert into audit_head (authority_id, sequence, hash) values (trail, place, last_hash)
    on conflict (authority_id) do update set sequence = excluded.sequence, hash = excluded.hash;
  end loop;
end
$$;

drop function pg_temp.canonical_json(jsonb);
alter table event force row level security;

drop index event_subject_idx;
alter table event drop constraint event_pkey;
alter table event drop column id;
alter table event
  alter column sequence set not null,
  alter column previous_hash set not null,
  alter column hash set not null,
  -- Given by the command, for the hash is taken over it.
  alter column at drop default,
  add constraint event_pkey primary key (authority_id, sequence),
  add constraint event_sequence_positive check (sequence > 0),
  add constraint event_hash_form check (hash ~ '^[0-9a-f]{64}$' and previous_hash ~ '^[0-9a-f]{64}$');

create index event_subject_idx on event (authority_id, subject, sequence);

alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy audit_head_of_authority on audit_head
  using (authority_id = nullif(current_setting('app.authority', true), '')::integer);
-- The head moves on with every event. The events themselves can be added and read, and nothing else.
grant select, insert, update on audit_head to goldenthread_app;
