-- DUP007 warning: One passage in two sources shows a copy, and the sources say which
-- why: the same words, word for word, have one origin; unless a source says so, they count as two
-- mend: name the original in `copy_of`, `translation_of` or `derived_from` of the copy
with passages as (
    select distinct fingerprint_sha256, source from citations
),
related as (
    select record, copy_of as origin from sources
    union all select record, translation_of from sources
    union all select record, derived_from from derivations
)
select other.source as record, null as path, format(
    'a passage cited from it ({}…) stands word for word in {} too',
    left(fingerprint_sha256, 8), one.source
) as message
from passages as one join passages as other using (fingerprint_sha256)
where one.source < other.source
    and not exists (
        from related
        where (related.record, related.origin)
            in ((one.source, other.source), (other.source, one.source))
    )
    and not exists (
        from related as left_side join related as right_side on left_side.origin = right_side.origin
        where left_side.record = one.source and right_side.record = other.source
    )
