-- TIME008 error: A source was published before it was read
-- why: what was known on a day is computed from these dates
-- mend: correct `published` or `retrieved`
select record, '/published' as path,
    format('published {}, after it was retrieved {}', published, retrieved) as message
from sources
where published_first > retrieved_last
