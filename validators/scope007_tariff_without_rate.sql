-- SCOPE007 warning: A tariff states a rate
-- why: a duty without its rate cannot be compared or added up
-- mend: add `tariff_rate`, `tariff_change` or `remedy_duty_rate`; an act that only suspends or
--   exempts says so in the treatment of its scope or in an event on the act that it changes
select record, null as path, 'no rate of duty, and no exemption or suspension by it' as message
from restrictions
where kind = 'tariff'
    and record not in (
        select record from quantities
        where measure in ('tariff_rate', 'tariff_change', 'remedy_duty_rate', 'price')
        union all
        select record from scope where treatment = 'exempt'
        union all
        select by_record from events where by_record is not null
    )
