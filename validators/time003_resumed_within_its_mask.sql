-- TIME003 error: What is resumed was put out of operation before, and for no longer
-- why: `until` is the last day of a suspension, inclusive, so operation resumes on a later day;
--   one day off here is one day off in every status
-- mend: date `resumed` on the first day of operation and `until` on the last day without; if an
--   act lifted the suspension early, name it in `by`
with standing as (select * from events where rank is null or rank <> 'deprecated'),
masks as (
    select * from standing
    where type in (
        select term from constraints
        where vocabulary = 'EventType' and aspect = 'effect' and admits = 'masks'
    )
),
pairs as (
    select resumed, masks as mask
    from standing as resumed left join masks
        on masks.record = resumed.record
        and (masks.part = resumed.part or masks.part is null or resumed.part is null)
    where resumed.type = 'resumed'
),
-- Of several masks, the one that began last before the resumption is the one it ends.
ended as (
    select resumed.claim, any_value(resumed) as resumed,
        max_by(mask, (mask.date_first, mask.path))
            filter (mask.date_first < resumed.date_first) as mask,
        max_by(mask, (mask.date_first, mask.path)) as any_mask
    from pairs
    group by resumed.claim
)
select resumed.record, resumed.path || '/date' as path, case
    when any_mask.claim is null
        then format('resumed on {}, but no event put it out of operation', resumed.date)
    when mask.claim is null then format(
        'resumed on {}, not after {} at {} began on {}',
        resumed.date, any_mask.type, any_mask.path, any_mask.date
    )
    else format(
        'resumed on {}, and yet {} at {} lasts through {}',
        resumed.date, mask.type, mask.path, mask.until
    )
end as message
from ended
where mask.claim is null or (resumed.by_record is null and resumed.date_first <= mask.until_last)
