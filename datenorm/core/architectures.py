"""The kinds of encoder and of attention that a network can be built of: their names, and what each is."""

ENCODERS = {
    "bilstm": "a bidirectional LSTM",
    "cnn": "dilated convolutions",
    "cnn_attention": "dilated convolutions, then multi-head attention over time",
    "self_attention": "multi-head attention over time",
}

ATTENTIONS = {
    "additive": "Bahdanau et al. 2015",
    "dot": "Luong et al. 2015",
    "multihead": "scaled dot products of four heads, Vaswani et al. 2017",
}

KINDS = (
    *((encoder, "additive") for encoder in ENCODERS),
    *(("bilstm", attention) for attention in ATTENTIONS if attention != "additive"),
)
"""(encoder, attention): each of both beside the other's default."""
