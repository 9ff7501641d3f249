-- The capital expenditure that is budgeted or forecast is the total of the programme: while a scheme or an estimate is
-- exempt from publication it would give its amount away by subtraction, and is hidden with it.

create policy prudential_figure_capital_exempt_hidden on prudential_figure as restrictive for select using (
  current_setting('app.exempt', true) = 'on'
  or indicator <> 'capital-expenditure'
  or basis = 'actual'
  or not exists (
    select 1 from capital_exemption e
    where e.authority_id = prudential_figure.authority_id and e.exempt and not exists (
      select 1 from capital_exemption l
      where l.authority_id = e.authority_id and l.thing_kind = e.thing_kind and l.thing_code = e.thing_code
        and l.number > e.number)));
