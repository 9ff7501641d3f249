/** A day that was a bank holiday of England and Wales once, by proclamation. */
export type ExceptionalHoliday = {
  readonly date: string
  readonly name: string
  /** The day of the rule that it took the place of, if it did. */
  readonly insteadOf: string | null
  readonly source: string
}

const proclamation = 'Royal proclamation under section 1 of the Banking and Financial Dealings Act 1971'
const govUk = 'GOV.UK, UK bank holidays (England and Wales)'

/** Bank holidays since 1978 that no rule gives. */
export const exceptionalHolidays: readonly ExceptionalHoliday[] = [
  { date: '1981-07-29', name: 'Royal wedding', insteadOf: null, source: proclamation },
  {
    date: '1995-05-08',
    name: 'Early May bank holiday (VE day)',
    insteadOf: '1995-05-01',
    source: proclamation,
  },
  { date: '1999-12-31', name: 'Millennium', insteadOf: null, source: proclamation },
  { date: '2002-06-03', name: 'Golden Jubilee', insteadOf: null, source: proclamation },
  { date: '2002-06-04', name: 'Spring bank holiday', insteadOf: '2002-05-27', source: proclamation },
  { date: '2011-04-29', name: 'Royal wedding', insteadOf: null, source: proclamation },
  { date: '2012-06-04', name: 'Spring bank holiday', insteadOf: '2012-05-28', source: govUk },
  { date: '2012-06-05', name: 'Diamond Jubilee', insteadOf: null, source: govUk },
  { date: '2020-05-08', name: 'Early May bank holiday (VE day)', insteadOf: '2020-05-04', source: govUk },
  { date: '2022-06-02', name: 'Spring bank holiday', insteadOf: '2022-05-30', source: govUk },
  { date: '2022-06-03', name: 'Platinum Jubilee', insteadOf: null, source: govUk },
  { date: '2022-09-19', name: 'State Funeral of Queen Elizabeth II', insteadOf: null, source: govUk },
  { date: '2023-05-08', name: 'Coronation of King Charles III', insteadOf: null, source: govUk },
]
