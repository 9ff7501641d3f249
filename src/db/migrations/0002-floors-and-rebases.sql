-- The minimum standard: worse than this is red, whatever the tolerance. Null where the council has set none.
alter table target add column floor numeric;

-- A change in how a thing is done, after which its figures are judged afresh: new mean, new limits, and the reason kept.
create table rebase (
  authority_id integer not null,
  series_code text not null,
  area_code text not null,
  at date not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  constraint rebase_pkey primary key (authority_id, series_code, area_code, at),
  constraint rebase_series_fkey foreign key (authority_id, series_code) references series (authority_id, code),
  constraint rebase_area_fkey foreign key (area_code) references area (code),
  constraint rebase_reason_given check (btrim(reason) <> '')
);

alter table rebase enable row level security;
alter table rebase force row level security;
create policy rebase_of_authority on rebase
  using (authority_id = nullif(current_setting('app.authority', true), '')::integer);
grant select, insert on rebase to goldenthread_app;
