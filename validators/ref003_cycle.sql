-- REF003 error: Relations that have a direction never lead back to their start
-- why: two records cannot each be part of, succeed or derive from the other; totals over a
--   family and the search for a claim's origin would go in circles
-- mend: find the one link of the circle that points the wrong way, and turn it round or drop it
with recursive edges as (
    select rel, record, to_record as target, path
    from links
    where rel in (
        select term from constraints
        where vocabulary = 'Relation' and aspect = 'cycles' and admits = 'none'
    )
    union all select 'derived_from', record, derived_from, '/derived_from/' || place
    from derivations
    union all select 'derived_from', record, copy_of, '/copy_of' from sources
    union all select 'derived_from', record, translation_of, '/translation_of' from sources
),
-- A circle is walked from its first record by name only, so that it is reported once.
walk as (
    select rel, record as start, path, target as here, record || ' → ' || target as way,
        1 as steps
    from edges
    where target > record
    union
    select edges.rel, start, walk.path, edges.target, way || ' → ' || edges.target, steps + 1
    from walk join edges on edges.rel = walk.rel and edges.record = walk.here
    where steps < 12 and walk.here <> start and edges.target >= start
        and (edges.target = start or not contains(way, edges.target || ' →'))
)
select start as record, min(path) as path,
    format('{} leads back to its start: {}', rel, way) as message
from walk
where here = start
group by rel, start, way
