/** The council's services as the choices of a select; `first` stands for none. */
export const serviceItems = (
  services: readonly { code: string; name: string }[],
  chosen: string,
  first = 'Choose a service',
) => [
  { value: '', text: first, selected: chosen === '' },
  ...services.map(({ code, name }) => ({ value: code, text: name, selected: code === chosen })),
]
