-- REF008 warning: A link joins records of the types that its relation is for
-- why: a target is set, a fund funds, an observation measures; between other types the
--   relation reads as nonsense or was meant the other way round
-- mend: turn the link round, choose the relation that fits, or waive with the reason
with fitting(rel, from_types, to_types) as (values
    ('sets', ['initiative', 'restriction', 'fund'], ['target']),
    ('funds', ['fund', 'actor'], ['initiative', 'fund', 'target', 'actor']),
    ('measures', ['observation'],
        ['target', 'initiative', 'fund', 'restriction', 'observation']),
    ('effect_of', ['observation', 'restriction', 'initiative', 'fund'],
        ['restriction', 'initiative', 'fund', 'target']),
    ('exempts_from', ['restriction', 'initiative'], ['restriction', 'initiative']),
    ('tightens', ['restriction', 'initiative'], ['restriction', 'initiative']),
    ('retaliates_against', ['restriction', 'initiative', 'fund'],
        ['restriction', 'initiative', 'fund'])
)
select record, path || '/rel' as path, format(
    '{} leads from {} to {}; it is meant to lead from {} to {}',
    rel, split_part(record, '/', 1), to_record,
    array_to_string(from_types, ' or '), array_to_string(to_types, ' or ')
) as message
from links join fitting using (rel)
where not list_contains(from_types, split_part(record, '/', 1))
    or not list_contains(to_types, split_part(to_record, '/', 1))
