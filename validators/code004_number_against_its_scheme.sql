-- CODE004 error: An official number has the form of its scheme
-- why: a number in another form finds nothing in its register and joins with nothing
-- mend: write the number in the scheme's form, or name the scheme that it belongs to
with patterns as (
    -- The vocabulary writes characters by their number as Python does, DuckDB as RE2 does.
    select term as scheme, regexp_replace(admits, '\\u([0-9a-f]{4})', '\\x{\1}', 'g') as pattern
    from constraints
    where vocabulary = 'Scheme' and aspect = 'pattern'
)
select record, path || '/value' as path, format(
    '{} is no number of {}: {}', number, scheme, definition
) as message
from "references" join patterns using (scheme)
join vocabularies on vocabulary = 'Scheme' and term = scheme
where not regexp_full_match(number, pattern)
