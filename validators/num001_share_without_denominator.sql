-- NUM001 error: A share says of what
-- why: 70 % of chips bought, of tools installed and of a state firm's orders are different facts
-- mend: name the whole in `of`, or write `of: unstated` if the source does not say
select record, path, format('{} of {:.15g} {} does not say of what', measure,
    coalesce(value, low, high), unit) as message
from quantities
where denominator is null
    and measure in (
        select term from constraints
        where vocabulary = 'Measure' and aspect = 'needs' and admits = 'of'
    )
