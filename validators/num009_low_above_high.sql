-- NUM009 error: The lower bound of a range is not above the upper
-- why: no value lies in such a range
-- mend: swap `low` and `high`, or correct the one that is wrong
select record, path || '/low' as path,
    format('{} from {:.15g} to {:.15g} {}', measure, low, high, unit) as message
from quantities
where low > high
