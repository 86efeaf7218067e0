-- REF002 error: A record does not refer to itself
-- why: nothing is part of, derived from or amended by itself, so another record was meant
-- mend: name the record that is meant, or drop the reference
with referring as (
    select record, path || '/party' as path, party as target from participants
    union all select record, path || '/by', by_record from events
    union all select record, path || '/party', party from quantities
    union all select record, path || '/to', to_record from links
    union all select record, '/derived_from/' || place, derived_from from derivations
    union all select record, '/copy_of', copy_of from sources
    union all select record, '/translation_of', translation_of from sources
)
select record, path, format('{} refers to itself', record) as message
from referring
where target = record
