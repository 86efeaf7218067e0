-- KEY002 warning: Two ids of a type do not look alike
-- why: ids that differ by a hyphen, or by l and 1, are taken for one another
-- mend: rename the newer one before it is released, or merge the records if they are one
with looks as (
    select record, record_type,
        replace(translate(replace(record_id, '-', ''), '01', 'ol'), 'rn', 'm') as look
    from records
)
select other.record, '/id' as path, format('looks like {}', one.record) as message
from looks as one join looks as other using (record_type, look)
where one.record < other.record
