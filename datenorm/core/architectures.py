"""The architectures that a network can have: its encoder and its attention, by name."""

ENCODERS = {
    "bilstm": "a bidirectional LSTM",
    "cnn": "dilated convolutions",
    "cnn_attention": "dilated convolutions, then multi-head attention over time",
    "self_attention": "multi-head attention over time",
}
"""Name of each encoder -> what it is."""

ATTENTIONS = {
    "additive": "Bahdanau et al. 2015",
    "dot": "Luong et al. 2015",
    "multihead": "scaled dot products of four heads, Vaswani et al. 2017",
    "queries": "a learned query for each step, so that all attend at once, Yang et al. 2016",
}
"""Name of each attention -> what it is."""

ARCHITECTURES = (
    *((encoder, "additive") for encoder in ENCODERS),
    *(("bilstm", attention) for attention in ATTENTIONS if attention != "additive"),
)
"""(encoder, attention) of those that are compared: each encoder and each attention beside the other's default."""
