let touring = false;

/** Whether what is pressed belongs to the tour, which fills its forms in. */
export const isTouring = () => touring;

export function beginTouring() {
  touring = true;
}
