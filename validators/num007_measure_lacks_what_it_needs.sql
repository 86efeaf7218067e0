-- NUM007 error: A quantity has the fields without which its measure cannot be read
-- why: announced, registered and paid-in money are different sums under one name
-- mend: add the field that the message names; where the source does not say, a stage is
--   `unspecified`
select record, path, format('{} of {:.15g} {} lacks `{}`', measure,
    coalesce(value, low, high), unit, admits) as message
from quantities join constraints
    on vocabulary = 'Measure' and aspect = 'needs' and term = measure
where (admits = 'stage' and stage is null) or (admits = 'as_of' and as_of is null)
