-- DUP003 error: An official number that stands for one act is on one record
-- why: two records with one number are one act recorded twice
-- mend: merge the records and leave a redirect; if they are two parts of one act, say in `part`
--   of each reference which part it is
with numbers as (
    select * from "references"
    where (rank is null or rank <> 'deprecated')
        and scheme in (
            select term from constraints
            where vocabulary = 'Scheme' and aspect = 'identifies' and admits = 'one'
        )
)
select other.record, other.path || '/value' as path,
    format('{} {} is on {} too', other.scheme, other.number, one.record) as message
from numbers as one join numbers as other using (scheme, number)
where one.record < other.record
    and (one.part is null or other.part is null or one.part = other.part)
