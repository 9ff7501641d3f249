-- How a source writes its files of figures, so that its columns are named once.
create table import_source (
  authority_id integer not null,
  name text not null,
  mapping jsonb not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  constraint import_source_pkey primary key (authority_id, name),
  constraint import_source_authority_fkey foreign key (authority_id) references authority (id),
  constraint import_source_name_given check (btrim(name) <> '')
);

alter table import_source enable row level security;
alter table import_source force row level security;
create policy import_source_of_authority on import_source
  using (authority_id = nullif(current_setting('app.authority', true), '')::integer);
grant select, insert, update on import_source to goldenthread_app;
