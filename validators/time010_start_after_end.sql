-- TIME010 error: A start planned before the end does not revive a measure
-- why: an entry into force that was only planned when the measure was given up never came, and
--   would make the status wrong
-- mend: deprecate the planned start with the passage on the end in `against`, or cite a source
--   from after the end that shows the measure was taken up again
with dated as (
    select events.*, effect.admits as effect
    from events
    join constraints as effect
        on effect.vocabulary = 'EventType' and effect.aspect = 'effect' and effect.term = type
    where rank is distinct from 'deprecated'
),
attested as (
    select cites.claim,
        max(coalesce(published_last, retrieved_last)) as last_source
    from cites
    join citations using (record, citation)
    join sources on sources.record = citations.source
    where stance = 'for'
    group by cites.claim
)
select later.record, later.path, format(
    '{} on {} comes after {} on {}, and all its sources are older than that',
    later.type, later.date, earlier.type, earlier.date
) as message
from dated as later
join attested using (claim)
join dated as earlier
    on earlier.record = later.record
    and (earlier.part is null or earlier.part = later.part)
    and earlier.effect = 'ends'
    and later.type in ('effective', 'established')
    and later.date_first > earlier.date_last
    and attested.last_source < earlier.date_first
