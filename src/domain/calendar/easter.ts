/**
 * Easter Sunday of a year of the Gregorian calendar. Method: the Gregorian computus as Oudin gave it in 1940 (United
 * States Naval Observatory, "The Date of Easter"): the first Sunday after the full moon, by the church's reckoning, on
 * or after 21 March. Right for every year from 1583.
 */
export function easterSunday(year: number): string {
  const century = Math.floor(year / 100)
  const placeInMoonCycle = year % 19
  const moonCorrection = Math.floor((century - Math.floor((century - 17) / 25)) / 3)
  const epact = (century - Math.floor(century / 4) - moonCorrection + 19 * placeInMoonCycle + 15) % 30
  const late = Math.floor(epact / 28)
  const fullMoon =
    epact - late * (1 - late * Math.floor(29 / (epact + 1)) * Math.floor((21 - placeInMoonCycle) / 11))
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - century + Math.floor(century / 4)) % 7
  const daysFrom28February = fullMoon - weekday + 28
  return Temporal.PlainDate.from({ year, month: 3, day: 1 })
    .add({ days: daysFrom28February - 1 })
    .toString()
}
