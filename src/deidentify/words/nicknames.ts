/** Given names and their usual short forms, one family a line. Source: common usage; only families whose short form is not a prefix. */
export const nicknameFamilies: readonly (readonly string[])[] = `william will bill billy liam willy
robert rob bob bobby robbie bert
richard rick rich dick ricky
james jim jimmy jamie
john jack johnny jon
joseph joe joey jose pepe
charles charlie chuck chaz
edward ed eddie ted ned
thomas tom tommy
henry hank harry hal
michael mike mikey mick misha
anthony tony ant
margaret maggie meg peggy marge greta daisy
elizabeth liz beth betsy betty eliza lizzie libby
katherine kate katie kathy kat kit kitty
catherine cathy cate cat
patricia pat patty trish tricia
rebecca becky becca
jennifer jen jenny jenn
susan sue suzy susie
deborah deb debbie
barbara barb babs
theodore ted teddy theo
lawrence larry
gerald jerry gerry
alexander alex sasha xander sanya lex
aleksandr sasha sanya alex
dmitri dima mitya
ekaterina katya
anastasia nastya stacy
maria masha mari
francisco paco pancho frank
guadalupe lupe lupita
jesus chuy
rosario chayo
ignacio nacho
alejandro alex ale
eduardo lalo edu
dolores lola
isabel isa bella chabela
giuseppe beppe
antoinette toni nettie
nicholas nick nicky
christopher chris topher kit
timothy tim
benjamin ben benji
samuel sam sammy
samantha sam sammie
abigail abby gail
alison ali allie
victoria vicky tori
veronica ronnie roni
ronald ron ronnie
donald don donnie
daniel dan danny
danielle dani
jessica jess jessie
matthew matt
nathaniel nate nat
zachary zach zack
jonathan jon nathan
frederick fred freddy
leonard len lenny leo
eleanor ellie nora nell
dorothy dot dottie dolly
mildred millie
florence flo flossie
harold hal harry
stanley stan
walter walt wally
wendell dell
eugene gene
vincent vince vinny
kenneth ken kenny
stephen steve stevie
jacqueline jackie
cynthia cindy
sandra sandy
pamela pam
kimberly kim
gabriel gabe
gabriela gabby gaby
mohammed mo moe
oluwaseun seun`
  .split('\n')
  .map((line) => line.split(' '));
