-- What the council spends on what residents know by name, in a year that its papers give as typical.

create table typical_spend (
  authority_id integer not null,
  financial_year text not null,
  position integer not null,
  title text not null,
  amount_pence numeric(18, 0) not null,
  source_ref text not null,
  constraint typical_spend_pkey primary key (authority_id, financial_year, position),
  constraint typical_spend_authority_fkey foreign key (authority_id) references authority (id),
  constraint typical_spend_title_given check (btrim(title) <> ''),
  constraint typical_spend_amount_positive check (amount_pence > 0),
  constraint typical_spend_financial_year_form check (financial_year ~ '^[0-9]{4}-[0-9]{2}$')
);

alter table typical_spend enable row level security;
alter table typical_spend force row level security;
create policy typical_spend_of_authority on typical_spend
  using (authority_id = nullif(current_setting('app.authority', true), '')::integer);
grant select, insert on typical_spend to goldenthread_app;
-- A paper's figures may be corrected in place, and the event tells of it.
grant update on typical_spend to goldenthread_app;
