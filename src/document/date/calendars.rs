//! Calendars: how long months are, and days of the Julian and the French Republican calendar as days of the Gregorian one.
//!
//! Days are counted from 1 March of the year 0, so that a leap day is the last day of a year.

/// How many days a month of the Gregorian calendar has; none where there is no such month.
#[inline(never)]
pub(super) fn days_in(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// A day of a calendar: year, month, day.
pub(super) type Day = (i32, u8, u8);

/// The number of a day of the Julian calendar, or of the Gregorian one.
#[cfg(feature = "dates")]
pub(super) fn number_of((year, month, day): Day, is_julian: bool) -> i32 {
    let month = i32::from(month);
    let year = if month < 3 { year - 1 } else { year };
    let leaps = match is_julian {
        // The calendars agree in the third century.
        true => year.div_euclid(4) - 2,
        false => year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400),
    };
    year * 365 + leaps + ((month + 9) % 12 * 153 + 2) / 5 + i32::from(day) - 1
}

/// The day of the Gregorian calendar that has that number.
#[cfg(feature = "dates")]
pub(super) fn day_of(number: i32) -> Day {
    let (era, day) = (number.div_euclid(146_097), number.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    (era * 400 + year + next, month as u8, day as u8)
}

/// The day of the Gregorian calendar that is one of the French Republican calendar, as it was in use: years 3, 7 and 11 had a day more. Where there
/// is no such day, none of the Gregorian one is given either.
#[cfg(feature = "dates")]
pub(super) fn republican((year, month, day): Day) -> Day {
    let first = number_of((1792, 9, 22), false);
    if !(1..=14).contains(&year) || day > 30 {
        return (0, 99, 0);
    }
    let number =
        first + (year - 1) * 365 + year / 4 + (i32::from(month) - 1) * 30 + i32::from(day) - 1;
    day_of(number)
}
