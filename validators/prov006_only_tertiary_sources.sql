-- PROV006 warning: A claim rests on more than what pages pass on from others
-- why: newsletters, blogs, aggregators and encyclopedias repeat each other's errors; the source
--   they drew on usually can be read
-- mend: cite the official text, filing or report that they pass on, beside them or instead
with tiers as (
    select cites.claim, cites.record, bool_and(
        tier.admits = 'tertiary'
        -- A copy or translation says what its original says, wherever it is printed.
        and citations.basis <> 'act'
        and sources.copy_of is null and sources.translation_of is null
    ) as tertiary
    from cites
    join citations using (record, citation)
    join sources on sources.record = citations.source
    join constraints as tier
        on tier.vocabulary = 'SourceKind' and tier.aspect = 'tier' and tier.term = sources.kind
    where stance = 'for'
        -- That an actor exists and what it is called is no contested fact.
        and cites.record not like 'actor/%'
    group by cites.claim, cites.record
)
select tiers.record, null as path, format(
    '{} of {} claims rest on tertiary sources alone: {}',
    count(*) filter (tertiary), count(*),
    array_to_string(
        list(coalesce(path, 'the record''s own') order by path nulls first) filter (tertiary),
        ', '
    )
) as message
from tiers join claims using (claim)
group by tiers.record
having bool_or(tertiary)
