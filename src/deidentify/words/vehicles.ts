import { wordSet } from './list.ts';

/** Makes and models of cars. Many are also names, so they are things only behind an article: "a blue Camry". Written down from general knowledge. */
export const vehicles = wordSet(
  'honda toyota tesla audi jeep lexus mustang camry camrys corolla civic accord cadillac chevy chevrolet harley porsche ferrari subaru kia nissan buick acura pontiac bronco wrangler tacoma tundra altima sentra maxima versa silverado sierra tahoe suburban malibu impala equinox sienna odyssey pilot highlander bmw mercedes ford dodge chrysler lincoln volvo mazda hyundai elantra sonata prius escalade ram durango charger challenger explorer escape fiesta focus fusion taurus outback forester impreza legacy jetta passat golf beetle volkswagen mini fiat renault clio peugeot citroen skoda octavia vauxhall corsa astra opel dacia duster sandero seat leon yaris aygo micra qashqai defender discovery saab suzuki mitsubishi infiniti genesis hummer',
);
