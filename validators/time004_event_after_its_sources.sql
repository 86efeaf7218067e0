-- TIME004 warning: A source that says something happened is not older than what happened
-- why: a text can schedule an entry into force, but not report a publication of next month; one
--   of the two dates is wrong, or the event is a plan
-- mend: correct the event's date or the source's, or record the plan as what it was:
--   announced or proposed, on the day that it was made known
with schedulable as (
    select term as type from constraints
    where vocabulary = 'EventType' and aspect = 'effect'
        and admits in ('ends', 'masks', 'resumes', 'extends')
    union all select unnest(['effective', 'reinstated', 'applies', 'amended', 'comments_closed'])
),
attested as (
    select events.record, events.path, events.type, events.date, events.date_first,
        max_by(citations.source, (known, citations.source)) as latest,
        max(known) as known_last, bool_and(known is not null) as all_dated
    from events
    join cites on cites.claim = events.claim and cites.record = events.record and stance = 'for'
    join citations on citations.record = cites.record and citations.citation = cites.citation
    join (
        select record, coalesce(published_last, retrieved_last) as known from sources
    ) as dated on dated.record = citations.source
    where events.type not in (from schedulable)
    group by all
)
-- A day's grace: it is tomorrow in Beijing when it is today in Washington.
select record, path || '/date' as path, format(
    '{} on {} is known from sources of {} at the latest ({})', type, date, known_last, latest
) as message
from attested
where all_dated and date_first > known_last + 1
