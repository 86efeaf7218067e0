-- REF005 error: A redirect leads in one step to a record that exists
-- why: whoever holds an old id must arrive at its content, or learn that there is none
-- mend: in data/redirects.yaml let `to_record` name the record that holds the content now;
--   only a withdrawal has none
select null as record, null as path, format('data/redirects.yaml: {} {}', redirects.record, case
    when redirects.to_record is null
        then format('was {} but names no record that holds its content', redirects.reason)
    when redirects.reason = 'withdrawn'
        then format('was withdrawn and yet leads to {}', redirects.to_record)
    when redirects.to_record = redirects.record then 'leads to itself'
    when onward.record is not null then format(
        'leads to {}, which was given up too{}',
        redirects.to_record,
        coalesce('; it is now ' || onward.to_record, '')
    )
    else format('leads to {}, which is not in the dataset', redirects.to_record)
end) as message
from redirects left join redirects as onward on onward.record = redirects.to_record
where (redirects.to_record is null) = (redirects.reason <> 'withdrawn')
    or redirects.to_record not in (select record from records union all select record from unread)
