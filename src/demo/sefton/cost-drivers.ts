import type { DriverInput } from '../../finance/drivers/tie-drivers.ts'

const bySubject = 'matched by subject, not by the papers'

/** Which measures drive which budgets: the paper on the revenue position names these costs, not the measures of them. */
export function costDrivers(): DriverInput[] {
  const tied = (measure: string, service: string, drives: string, basis = bySubject): DriverInput => ({
    measure,
    service,
    drives,
    basis,
  })
  return [
    tied('sm-02', 'childrens-social-care', 'agency staff'),
    tied('sm-03', 'childrens-social-care', 'agency staff'),
    tied('sm-06', 'childrens-social-care', 'placements'),
    tied('sm-12', 'childrens-social-care', 'placements'),
    tied('sm-26', 'adult-social-care', 'agency staff'),
    tied('sm-28', 'adult-social-care', 'agency staff'),
    tied('sm-29', 'adult-social-care', 'care packages'),
    tied('sm-21', 'education-excellence', 'support and home to school transport'),
  ]
}
