-- PROV011 error: Of two values for the same thing, one is ranked above the other
-- why: a reader who asks for the value must get one, and see why it is the better one
-- mend: mark one `preferred` or the other `deprecated` with `rank_reason`; if they are about
--   different things, say so in `part`, `of`, `party`, `stage`, `as_of` or `all_of`
with standing as (
    select *, coalesce(value, low) as least, coalesce(value, high) as most,
        value is not null and coalesce(qualifier in ('at_least', 'more_than'), false) as is_floor,
        value is not null
            and coalesce(qualifier in ('at_most', 'less_than', 'up_to'), false) as is_ceiling
    from quantities
    where rank is null or rank <> 'deprecated'
),
alike as (
    select one, other
    from standing as one join standing as other
        on one.record = other.record
        and one.measure = other.measure
        and one.purpose = other.purpose
        and one.unit = other.unit
        and one.claim <> other.claim
        and one.part is not distinct from other.part
        and one.stage is not distinct from other.stage
        and one.denominator is not distinct from other.denominator
        and one.party is not distinct from other.party
        and one.all_of is not distinct from other.all_of
        and one.due is not distinct from other.due
        and (one.as_of is null) = (other.as_of is null)
        and (
            one.as_of is null
            or (
                coalesce(one.as_of_first, date '0001-01-01')
                    <= coalesce(other.as_of_last, date '9999-12-31')
                and coalesce(other.as_of_first, date '0001-01-01')
                    <= coalesce(one.as_of_last, date '9999-12-31')
            )
        )
)
select one.record, one.path, format(
    '{} {} and {} {} at {} are both given for {}, and neither is ranked above the other',
    format('{:.15g}', coalesce(one.value, one.low, one.high)), one.unit,
    format('{:.15g}', coalesce(other.value, other.low, other.high)), other.unit,
    other.path, one.measure
) as message
from alike
where (one.least, one.most) is distinct from (other.least, other.most)
    and one.path < other.path
    and coalesce(one.rank, 'normal') <> 'preferred'
    and coalesce(other.rank, 'normal') <> 'preferred'
    -- A third value that is preferred ranks above both.
    and not exists (
        from alike as better
        where better.one.claim = alike.one.claim and better.other.rank = 'preferred'
    )
    -- A floor and a ceiling are the two ends of one range.
    and not (one.is_floor and other.is_ceiling and one.value <= other.value)
    and not (other.is_floor and one.is_ceiling and other.value <= one.value)
-- One finding a claim is enough to find them all.
qualify row_number() over (partition by one.claim order by other.path) = 1
