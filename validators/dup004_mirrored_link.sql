-- DUP004 error: A symmetric link stands on one side only
-- why: it is read from both sides anyway; stated twice, it is counted twice and can disagree
-- mend: keep the link on the record where its citations are, and move the other's citations there
select other.record, other.path, format(
    '{} {} stands at {} of that record already', other.rel, other.to_record, one.path
) as message
from links as one join links as other
    on one.rel = other.rel and one.record = other.to_record and one.to_record = other.record
where one.record < other.record
    and one.rel in (
        select term from constraints
        where vocabulary = 'Relation' and aspect = 'inverse' and admits = term
    )
