-- DUP002 error: One address is one source
-- why: two citations of one page under two ids count as two witnesses
-- mend: keep one source and cite it from both places
with addresses as (
    select record, regexp_replace(
        regexp_replace(url, '#.*$', ''), '^https://(www\.)?|/+$', '', 'g'
    ) as address
    from sources
    where url is not null
)
select other.record, '/url' as path,
    format('{} has this address too', one.record) as message
from addresses as one join addresses as other using (address)
where one.record < other.record
