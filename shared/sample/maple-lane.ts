// The sample's first case, Maple Lane: a lunch table for the old, strong at the end. Everything is invented.
import { interviewer, type InLanguages, type SampleCase, type SampleDocument } from './shape.ts';

const wu: InLanguages = { en: 'Wu Guilan', zh: '吴桂兰' };
const cheng: InLanguages = { en: 'Cheng Yan', zh: '程燕' };

const before: SampleDocument = {
  id: 'maple-before',
  name: { en: 'Maple Lane, interview 1, leader', zh: '枫林里 访谈一 负责人' },
  phase: 'before',
  attributes: {
    role: 'leader',
    gender: 'f',
    age: '60+',
    date: '2022-03-16',
    material: 'interview',
    method: 'interview',
  },
  paragraphs: [
    [interviewer, 'How did the lunch table begin?', '老年餐桌是怎么开起来的？'],
    [
      wu,
      'By accident, honestly. Old Shen on the fourth floor had a fall and was living on, well, instant noodles. ‹1›So I cooked one bowl more. Then the woman next door brought rice, and within a month we were nine at my table.‹/1› My table seats six. Old Shen is eighty-six and eats like a student.',
      '说实话，碰巧的。四楼老沈摔了一跤，天天就……就泡方便面。‹1›我就多煮了一碗。后来隔壁大姐端了米过来，不到一个月，我家桌上坐了九个人。‹/1›我那张桌子只坐得下六个。老沈八十六了，饭量跟个学生似的。',
    ],
    [interviewer, 'And now you are in the bicycle shed.', '现在搬到车棚里来了。'],
    [
      wu,
      'The committee gave us the key and said, try it. ‹2›Since then it’s every weekday at half past eleven, twenty bowls,‹/2› three years now, and we have missed, what, five days? ‹3›There’s a retired nurse in this yard, a man with a tricycle, a bookkeeper, and nobody has ever asked them for anything. I cook. They sit behind their own doors.‹/3›',
      '居委会给了把钥匙，说你们试试看。‹2›打那以后，平日十一点半，二十碗饭，‹/2›三年了，停过……也就五天吧？‹3›这院子里有退休护士，有人有三轮车，还有做过会计的，从来没人去找过他们。我烧我的饭，他们关他们的门。‹/3›',
    ],
    [interviewer, 'How do you handle the money?', '钱怎么管呢？'],
    [
      wu,
      'Ha. ‹4›It’s in a biscuit tin. Eight yuan a meal, I write it on the wall calendar, and when I forget I put in the difference myself.‹/4› ‹5›They say: Sister Wu wouldn’t cheat us over a cabbage.‹/5› Which is nice. ‹6›But the month the tin is empty, we stop for a week.‹/6›',
      '嗨，‹4›就搁在饼干桶里。一顿八块，我记在挂历上，忘了记的我自己垫。‹/4›‹5›他们都说：吴姐不会为棵白菜坑我们。‹/5›这话听着暖和。‹6›可桶里没钱的那个月，就得停一个礼拜。‹/6›',
    ],
    [interviewer, 'Do people help each other apart from lunch?', '除了吃饭，平时邻居互相帮忙吗？'],
    [
      wu,
      'On my staircase, yes. ‹7›Ms Gu has my spare key and I have hers; ‹8›when I was in hospital she fed my cat for nine days,‹/7› so of course I mend her curtains. You don’t leave a favour lying about.‹/8› ‹15›And what I tell Ms Gu stays with Ms Gu, that’s worth more than curtains.‹/15› ‹9›But the tenants in the back building, I don’t know one name. They come at night, they sleep, they go.‹/9›',
      '我们这个门洞，帮。‹7›顾姐家有我的备用钥匙，她的也在我这儿；‹8›我住院那回，她喂了九天猫，‹/7›我可不得给她改窗帘嘛。人情不能撂在那儿不还。‹/8›‹15›再说，我跟顾姐讲的话，到她那儿就停住了，这可比窗帘值钱。‹/15›‹9›后楼那些租户，我一个名字都叫不上。夜里来，睡一觉，走了。‹/9›',
    ],
    [interviewer, 'Are there rules?', '有什么规矩吗？'],
    [
      wu,
      '‹10›One: you wash your own bowl. And they do, even the professor. He sat there once, hoping, and the whole table looked at him until he got up.‹/10›',
      '‹10›就一条：自己的碗自己洗。都洗，教授也洗。有一回他坐着不动，想蒙混过去，一桌人就那么看着他，看到他站起来。‹/10›',
    ],
    [interviewer, 'What goes wrong?', '有什么不顺的？'],
    [
      wu,
      'The pump. ‹11›It died in January, no water, and I carried buckets and cried, I’m not ashamed of it. Two men who had mended that very pump for thirty years were playing cards across the yard. I simply didn’t know.‹/11› And the food, hm. ‹12›It’s salty. Half of them have sugar trouble, I know that now. I cook what I can cook.‹/12›',
      '水泵。‹11›一月份坏了，没水，我拎桶拎得直哭，不怕你笑话。修了三十年这台泵的两位，就在院子对面打牌呢，我压根儿不知道。‹/11›还有这饭……‹12›咸。他们一半人血糖高，我也是才晓得。我只会烧我会烧的。‹/12›',
    ],
    [interviewer, 'Does the social work station support you?', '社工站来帮过忙吗？'],
    [
      wu,
      '‹13›A young man came twice, photographed the soup and left a leaflet.‹/13› Good thick paper. It’s under the table leg.',
      '‹13›来过个小伙子，两回，给汤拍了照，留了张宣传单。‹/13›纸挺厚实，垫桌腿了。',
    ],
    [interviewer, 'And next year?', '那明年呢？'],
    [
      wu,
      '‹14›Next year? I think about Monday. If I fall ill there’s no lunch, that’s all, who else can read my calendar?‹/14›',
      '‹14›明年？我只想得到礼拜一。我要是病了，饭就没了，就这么回事，那挂历除了我谁看得懂？‹/14›',
    ],
  ],
  marks: {
    1: 'W1+',
    2: {
      codes: 'C3=2',
      memo: {
        en: 'Regular, but it hangs on one person. Emerging rather than strong.',
        zh: '有规律，但全靠一个人撑着，算“渐强”，不算“强”。',
      },
    },
    3: 'D1 C1=1',
    4: 'C2b=1',
    5: 'T2+',
    6: 'X1',
    7: 'T1+',
    8: 'N2+',
    9: 'W7-',
    10: 'N4+',
    11: {
      codes: 'D1 C1=1',
      memo: {
        en: 'The pump comes back in the field note: the same two men, once somebody asks.',
        zh: '水泵在田野笔记里又出现了：还是那两个人，只差有人开口。',
      },
    },
    12: 'D3 C3=1',
    13: 'X4',
    14: 'D4 C4=1',
    15: 'T1+',
  },
};

const note: SampleDocument = {
  id: 'maple-note',
  name: { en: 'Maple Lane, field note, map day', zh: '枫林里 田野笔记 资产地图日' },
  phase: 'during',
  attributes: { date: '2022-10-13', material: 'field', method: 'observation' },
  paragraphs: [
    [
      null,
      'Thursday, ten in the morning, the bicycle shed. It smells of ginger and floor polish.',
      '周四上午十点，车棚。一股姜味，混着地板蜡的味道。',
    ],
    [
      null,
      '‹1›Ms Shao, the social worker, has hung a plan of the estate on the wall, and people stick paper leaves on their own windows: “I can sew”, “I have a tricycle”, “I was a nurse”. Thirty-four leaves by noon; Wu Guilan reads each one aloud and pairs it with a job.‹/1› Luo Ji, forty years in the pump room, sticks his up last.',
      '‹1›社工邵老师在墙上挂了张小区平面图，大家把纸叶子贴在自家窗户上：“我会缝纫”“我有三轮车”“我当过护士”。到中午贴了三十四片，吴桂兰一片片念出来，一片配一件活儿。‹/1›在泵房干了四十年的罗𠮷最后一个贴上去。',
    ],
    [
      null,
      'Then the cash book. ‹2›Ms Shao has three members enter the same week of receipts and compare: 412, 412 and 397.‹/2› Much laughter, one red face. ‹3›After some whispering they announce what they have agreed: two people sign, and the page goes up on the door every Friday.‹/3› Ms Shao had proposed once a month.',
      '接着学记账。‹2›邵老师让三位成员拿同一个礼拜的票据各记一遍再对：412、412、397。‹/2›哄堂大笑，有一位脸红了。‹3›他们交头接耳一阵，宣布商量好了：两个人签字，账页每周五贴在门上。‹/3›邵老师原先提的是一个月一次。',
    ],
    [
      null,
      '‹4›At eleven the professor and a young tenant from the back building are given the same sack of potatoes.',
      '‹4›十一点，教授和后楼一个年轻租户分到了同一袋土豆。',
    ],
    [
      null,
      'By half past they are quarrelling about chess and have swapped telephone numbers.‹/4›',
      '到十一点半，两人为一步棋争了起来，电话也互相留了。‹/4›',
    ],
    [
      null,
      '‹5›I came on a map day and still have to see an ordinary Thursday.‹/5›',
      '‹5›我来的是贴地图这天，平常的周四什么样，还没见过。‹/5›',
    ],
  ],
  marks: {
    1: 'M1 C1=2 A1',
    2: 'M2 C2b=2 E4',
    3: {
      codes: 'N1+ C2b=2 E1',
      memo: {
        en: 'Their own rule is stricter than the one proposed to them.',
        zh: '他们自己定的比社工提的还严。',
      },
    },
    4: {
      codes: 'P0 W1+',
      memo: {
        en: 'One passage over two paragraphs: the potatoes and what came of them belong together.',
        zh: '一个片段跨两段：土豆和后来的事要合起来看。',
      },
    },
    5: 'R1',
  },
};

const after: SampleDocument = {
  id: 'maple-after',
  name: { en: 'Maple Lane, interview 2, committee', zh: '枫林里 访谈二 居委会' },
  phase: 'after',
  attributes: {
    role: 'committee',
    gender: 'f',
    age: '35-59',
    date: '2023-11-08',
    material: 'interview',
    method: 'interview',
  },
  paragraphs: [
    [interviewer, 'You have known the lunch table from the beginning?', '您是看着这个餐桌一路过来的吧？'],
    [
      cheng,
      'From the biscuit tin on. ‹1›I’ll admit it, we gave them a key and forgot about them. Our minutes of that year mention them once, under “bicycles”.‹/1› ‹2›And the money was whatever Sister Wu remembered.‹/2›',
      '从饼干桶那会儿就认识。‹1›我承认，当时我们给了把钥匙就没管了。那年的会议记录里提过他们一次，写在“自行车”那一栏。‹/1›‹2›钱嘛，吴姐记得多少算多少。‹/2›',
    ],
    [interviewer, 'And now?', '现在呢？'],
    [
      cheng,
      '‹3›The account page is on the door every Friday with two signatures, down to the spring onions.‹/3› ‹4›And because it hangs there the muttering stopped. Mr Gao used to say that old people’s money always finds a pocket; last month he gave them five hundred and didn’t want a receipt.‹/4› He got one.',
      '‹3›每周五账页贴门上，两个人签名，一把小葱都写着。‹/3›‹4›就因为贴在那儿，闲话没了。高师傅从前老说，老人的钱总要进谁的口袋；上个月他一下捐了五百，收据都不要。‹/4›收据还是给他了。',
    ],
    [interviewer, 'Who cooks?', '现在谁掌勺？'],
    [
      cheng,
      '‹5›‹6›The hospital’s dietician came eight Wednesdays.‹/6› Four of them take turns now, little salt, soft but not mush, and they can tell you why.‹/5› ‹7›Each of the four has to bring on somebody younger. The boy from the back building has done the Tuesday soup since June, so Sister Wu went to her son’s for three weeks and nothing collapsed.‹/7› ‹8›She left him the cash box. A tenant, twenty-four years old!‹/8› There was some talk.',
      '‹5›‹6›医院的营养师连着来了八个周三。‹/6›现在四个人轮着做，少盐，软而不烂，为什么这么做都讲得出道理。‹/5›‹7›四个人每人得带一个年轻的。后楼那小伙子从六月起包了周二的汤，吴姐去儿子家住了三个礼拜，什么乱子都没出。‹/7›‹8›她把钱箱都交给他了。一个租户，才二十四岁！‹/8›有人嘀咕过。',
    ],
    [interviewer, 'Who eats there?', '都有谁来吃？'],
    [
      cheng,
      '‹9›Sixty-two a day, and eleven boxes go up to people who can’t manage the stairs, on Luo Ji’s tricycle. The nurse goes along and looks at their feet while she’s at it.‹/9› ‹10›They had asked for less salt and for Saturdays, and they’ve got both.‹/10› ‹11›Somebody writes in the group “Soup’s ready, bring your bowl 🍲” and you hear the stairs rumble.‹/11›',
      '‹9›一天六十二个人，还有十一份送给下不了楼的，罗𠮷的三轮车拉着，护士跟着去，顺带看看老人的脚。‹/9›‹10›他们当时提的是少放盐、周六也开，两样都有了。‹/10›‹11›群里一喊“汤好了，带碗来🍲”，楼梯就咚咚响。‹/11›',
    ],
    [interviewer, 'Do they still need you?', '他们还离得开居委会吗？'],
    [
      cheng,
      'Mostly they tell me afterwards. ‹12›They put the market’s unsold vegetables, the school’s old steamer and the two pump men together for the new kitchen; ‹13›I heard of it when the steamer was on the truck.‹/13›‹/12› ‹14›With the market it’s in writing, one page, renewed every March, whoever is manager.‹/14› ‹15›Ten yuan a month per household goes into a reserve, and there’s a notebook of who knows whom, so it doesn’t all live in Sister Wu’s head.‹/15›',
      '多半是做完了才告诉我。‹12›菜场收摊剩的菜、学校淘汰的蒸箱、泵房那两位师傅，他们凑到一块儿，新厨房就起来了；‹13›蒸箱都上车了我才听说。‹/13›‹/12›‹14›跟菜场是签了字的，一页纸，每年三月续一次，换谁当经理都算数。‹/14›‹15›每户一个月交十块做备用金，还有个本子，谁认识谁都写着，不能全装在吴姐脑子里。‹/15›',
    ],
    [interviewer, 'And the neighbours among themselves?', '邻居之间呢？'],
    [
      cheng,
      '‹16›They see each other five times a week.‹/16› ‹17›You peel potatoes beside somebody for a year, and then, well, ‹18›you leave him your key. They do that in the back building now.‹/18›‹/17› ‹22›Old Shen lets the nurse keep his bank card.‹/22› I advised against it. ‹19›If you’ve eaten, you carry a box up. Nobody says so. You carry it.‹/19› ‹20›When the lift stuck in the storm nobody rang me; they had two people out and tea on before I’d found my shoes.‹/20›',
      '‹16›一个礼拜见五回面。‹/16›‹17›跟人一块儿削一年土豆，削着削着，‹18›钥匙就放他那儿了。后楼现在也这样。‹/18›‹/17›‹22›老沈的银行卡都让护士替他收着。‹/22›我劝过他别这样。‹19›吃了饭就顺手送一份上楼，没人说，可都送。‹/19›‹20›暴雨那回电梯卡住，没一个人打给我；等我鞋找着，人救出来两个，茶都泡上了。‹/20›',
    ],
    [interviewer, 'Everybody joins in?', '大家都参加？'],
    [
      cheng,
      'Everybody. Well. ‹21›Two staircases won’t pay the ten yuan: “we don’t eat there”.‹/21› They’re right, and it annoys everyone.',
      '都参加。嗯……也不全是。‹21›有两个门洞不肯交那十块钱，说“我们又不去吃”。‹/21›人家说得也对，就是叫人来气。',
    ],
  ],
  marks: {
    1: { codes: 'W7-', phase: 'before' },
    2: { codes: 'C2b=1', phase: 'before' },
    3: 'N1+ C2b=3',
    4: {
      codes: 'I2+ T2+',
      memo: {
        en: '“Because it hangs there”: she says outright that the posted page made the trust.',
        zh: '“就因为贴在那儿”：她明说是公开的账页带来了信任。',
      },
    },
    5: 'M2 C2a=3 P10',
    6: 'W4+',
    7: {
      codes: 'M2 C4=3',
      memo: {
        en: 'Off the diagonal: training is told here as what lets the table go on, not as skill.',
        zh: '不在对角线上：这里说的“带人”，是为了能接着办下去，而不是手艺本身。',
      },
    },
    8: 'T3+',
    9: 'M3 C3=3',
    10: 'F1+',
    11: 'W5+',
    12: 'M1 C1=3 W4+',
    13: 'E1',
    14: 'M4 C4=3 P15',
    15: 'M4 C4=3 A5',
    16: 'F2+',
    17: 'I4+',
    18: 'T1+',
    19: 'N2+',
    20: 'O1+',
    21: 'N5- N2-',
    22: 'T1+',
  },
};

export const mapleLane: SampleCase = {
  name: { en: 'Maple Lane', zh: '枫林里' },
  attributes: {
    community: { en: 'Maple Lane, old work-unit estate', zh: '枫林里，老单位大院' },
    organisation: { en: 'Maple Lane lunch table', zh: '枫林里老年餐桌' },
    street: { en: 'Riverside sub-district', zh: '临江街道' },
    communityKind: 'old',
    orgType: 'elder',
    founded: '2019',
    members: '34',
    households: '870',
    registered: 'filed',
    initiator: 'res',
    cohesionRating: '3',
    startLevel: '3',
    endLevel: '5',
    contactHours: '146',
    funding: '60000',
  },
  documents: [before, note, after],
};
